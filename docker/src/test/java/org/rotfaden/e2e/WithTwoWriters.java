package org.rotfaden.e2e;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;

/// Anna and Bekir have a new motion open, each in a window of their own. The clock of Anna's window
/// goes on as the test says.
abstract class WithTwoWriters extends WithSampleAssociation {

    TextPage anna;
    TextPage bekir;

    /// The window in which Anna writes.
    Page window() {
        return Browsers.wide(ColorScheme.LIGHT);
    }

    @BeforeEach
    void openMotion() {
        int motion = workspace.newMotion("Wege");
        Page window = window();
        window.clock().install();
        anna = open(window, "anna", motion);
        bekir = open(Browsers.wide(ColorScheme.LIGHT), "bekir", motion);
    }

    private TextPage open(Page window, String member, int motion) {
        return new TextPage(MotionPage.open(window, workspace.address(), member, motion));
    }

    /// Anna writes the text anew.
    void write(String... lines) {
        anna.write(lines);
        bekir.awaitLines(lines);
    }

    void awaitLines(String... lines) {
        anna.awaitLines(lines);
        bekir.awaitLines(lines);
    }

    /// A round for each of some seeds; twenty times as many among the long proofs.
    static Stream<DynamicTest> rounds(Consumer<Random> round) {
        int rounds = Boolean.getBoolean("rotfaden.long") ? 200 : 10;
        return IntStream.rangeClosed(1, rounds)
                .mapToObj(seed ->
                        DynamicTest.dynamicTest(
                                "seed " + seed, () -> round.accept(new Random(seed))));
    }
}
