package org.rotfaden.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Anna composes words with an input method while Bekir writes around them.
class ComposingTests extends WithTwoWriters {

    /// Far longer than anybody waits for a word, in milliseconds of the window's clock.
    private static final int LONG = 6_000;

    private static final List<String> WORD = List.of("か", "かな", "かなり", "可也", "可也り", "可");

    /// The word among the signs of the others, as one sign.
    private static final String COMPOSED = "@";

    private InputMethod input;

    @BeforeEach
    void chooseInputMethod() {
        input = new InputMethod(anna.page());
    }

    @Test
    void a_word_stays_whole_when_somebody_writes_at_the_start_of_its_line() {
        write("LOC: ");
        input.compose("D");
        input.compose("De");
        bekir.awaitLines("LOC: De");
        bekir.caretBefore("L");
        bekir.type("x");
        bekir.tell(anna);
        input.compose("Der");
        input.commit("Der");
        awaitLines("xLOC: Der");
        anna.type(" ");
        anna.type("Land");
        awaitLines("xLOC: Der Land");
    }

    @Test
    void a_word_stays_whole_when_somebody_writes_at_the_start_of_the_next_line() {
        write("LOC: ", "zwei");
        anna.caretBehind(" ");
        input.compose("D");
        input.compose("De");
        bekir.awaitLines("LOC: De", "zwei");
        bekir.caretBefore("z");
        bekir.type("x");
        anna.awaitLines("LOC: De", "xzwei");
        input.compose("Der");
        input.commit("Der");
        anna.type(" Land");
        awaitLines("LOC: Der Land", "xzwei");
    }

    @Test
    void a_word_stays_whole_that_is_being_composed_for_seconds() {
        write("LOC: ");
        input.compose("De");
        bekir.awaitLines("LOC: De");
        bekir.caretBefore("L");
        bekir.type("x");
        bekir.tell(anna);
        anna.page().clock().runFor(LONG);
        assertThat(anna.lines()).containsExactly("LOC: De");
        input.compose("Der");
        bekir.awaitLines("xLOC: Der");
        input.commit("Der");
        anna.awaitLines("xLOC: Der");
        anna.type(" Land");
        awaitLines("xLOC: Der Land");
    }

    @Test
    void a_word_that_is_given_up_leaves_what_others_wrote() {
        write("LOC: ");
        input.compose("De");
        bekir.awaitLines("LOC: De");
        bekir.caretBefore("L");
        bekir.type("x");
        bekir.tell(anna);
        input.compose("");
        awaitLines("xLOC: ");
        anna.type("Ort");
        awaitLines("xLOC: Ort");
    }

    @Test
    void a_word_goes_where_its_line_goes_when_that_is_split_and_joined() {
        write("eins", "zwei ", "drei");
        anna.caretBehind(" ");
        input.compose("D");
        bekir.awaitLines("eins", "zwei D", "drei");
        bekir.caretBefore("z");
        bekir.press("Backspace");
        bekir.caretBehind("w");
        bekir.press("Enter");
        bekir.caretBefore("d");
        bekir.press("Backspace");
        bekir.awaitLines("einszw", "ei Ddrei");
        bekir.tell(anna);
        input.compose("Der");
        input.commit("Der");
        anna.type(" Land");
        awaitLines("einszw", "ei Der Landdrei");
    }

    @TestFactory
    Stream<DynamicTest> a_word_is_where_it_belongs_whatever_others_write_meanwhile() {
        return rounds(this::composeAmongOthers);
    }

    private void composeAmongOthers(Random random) {
        write("abcdef", "ghijkl", "mnopqr");
        List<String> intended = new ArrayList<>(List.of("abcdef\nghijkl\nmnopqr\n".split("")));
        int at = random.nextInt(intended.size());
        anna.caretAt(intended, at);
        intended.add(at, COMPOSED);
        for (String step : WORD) {
            input.compose(step);
            bekir.awaitLines(lines(intended, step));
            for (int writes = random.nextInt(3); writes > 0; writes--) {
                writeAround(intended, step, random);
            }
            if (random.nextInt(4) == 0) {
                anna.page().clock().runFor(random.nextInt(LONG));
            }
        }
        input.commit(WORD.getLast());
        if (random.nextBoolean()) {
            awaitLines(lines(intended, WORD.getLast()));
        }
        anna.type(" Land");
        awaitLines(lines(intended, WORD.getLast() + " Land"));
    }

    /// Bekir writes, splits, deletes or joins anywhere but in the word.
    private void writeAround(List<String> intended, String word, Random random) {
        List<String> shown =
                Arrays.asList(String.join("", intended).replace(COMPOSED, word).split(""));
        int at = random.nextInt(intended.size());
        int composed = intended.indexOf(COMPOSED);
        bekir.caretAt(shown, at > composed ? at - 1 + word.length() : at);
        switch (random.nextInt(4)) {
            case 0 -> {
                bekir.press("Enter");
                intended.add(at, "\n");
            }
            case 1 -> {
                if (at != composed && at < intended.size() - 1) {
                    bekir.press("Delete");
                    intended.remove(at);
                }
            }
            default -> {
                String sign = Character.toString('A' + intended.size() % 26);
                bekir.type(sign);
                intended.add(at, sign);
            }
        }
        bekir.awaitLines(lines(intended, word));
        bekir.tell(anna);
    }

    private static String[] lines(List<String> intended, String word) {
        String text = String.join("", intended).replace(COMPOSED, word);
        return text.substring(0, text.length() - 1).split("\n", -1);
    }
}
