package org.rotfaden.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.options.ColorScheme;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Two members write one motion, on a laptop and on a phone.
class DraftingTogetherTests extends WithMortalWorkspace {

    @Test
    void both_write_one_of_them_offline_for_a_while_and_the_server_is_killed() {
        try (var cable = new Cable(workspace.port())) {
            bothWriteWhileLineAndServerFail(cable);
        }
    }

    private void bothWriteWhileLineAndServerFail(Cable cable) {
        int motion = workspace.newMotion("Der Bus kommt");
        MotionPage anna = laptop("anna", motion);
        MotionPage bekir =
                MotionPage.open(
                        Browsers.narrow(ColorScheme.DARK), cable.address(), "bekir", motion);

        anna.type("Anna beginnt. ");
        bekir.awaitText("Anna beginnt.");
        bekir.type("Bekir auch. ");
        anna.awaitText("Bekir auch.");
        assertThat(anna.page().locator(".rf-caret").getAttribute("data-name"))
                .isEqualTo("Bekir Aydemir");

        cable.cut();
        bekir.type("Im Tunnel geschrieben. ");
        await().until(() -> bekir.status().startsWith("offline – "));
        anna.type("Anna merkt nichts. ");
        anna.awaitStatus("gespeichert");
        cable.mend();
        anna.awaitText("Im Tunnel geschrieben.");
        bekir.awaitText("Anna merkt nichts.");
        bekir.awaitStatus("gespeichert");

        workspace.kill();
        anna.type("Ohne Server, Anna. ");
        bekir.type("Ohne Server, Bekir. ");
        await().until(() -> anna.status().startsWith("offline"));
        workspace.startAgain();
        for (MotionPage page : new MotionPage[] {anna, bekir}) {
            page.awaitText("Ohne Server, Anna.", "Ohne Server, Bekir.", "Im Tunnel geschrieben.");
            page.awaitStatus("gespeichert");
        }
        await().atMost(Duration.ofSeconds(10)).until(() -> anna.text().equals(bekir.text()));
        String stored = workspace.text(textOf(motion), workspace.tokenOf("anna"), "text/plain");
        assertThat(stored).contains("Ohne Server, Anna.", "Ohne Server, Bekir.");
    }

    @Test
    void undo_takes_back_ones_own_words_only() {
        int motion = workspace.newMotion("Rückgängig");
        MotionPage anna = laptop("anna", motion);
        MotionPage bekir = laptop("bekir", motion);
        anna.type("Annas Worte. ");
        bekir.awaitText("Annas Worte.");
        bekir.type("Bekirs Worte. ");
        anna.awaitText("Bekirs Worte.");
        anna.page().click(".rf-text");
        anna.page().keyboard().press("Control+z");
        await().until(() -> !bekir.text().contains("Annas"));
        assertThat(anna.text()).contains("Bekirs Worte.");
    }

    @Test
    void who_may_only_read_reads_along_and_a_right_that_is_lost_acts_at_once() {
        int motion = workspace.newMotion("Rechte");
        MotionPage clara = laptop("clara", motion);
        MotionPage emil = laptop("emil", motion);
        emil.type("Emil schreibt. ");
        clara.awaitText("Emil schreibt.");
        assertThat(clara.status()).isEqualTo("nur lesen");
        assertThat(clara.page().locator(".rf-text").getAttribute("contenteditable"))
                .isEqualTo("false");

        String anna = workspace.tokenOf("anna");
        String id =
                workspace.get("/api/members/me", workspace.tokenOf("emil")).get("id").asString();
        workspace.put("/api/members/" + id + "/right", anna, "{\"right\":\"READ\"}");
        emil.awaitStatus("nur lesen");
        workspace.put("/api/members/" + id + "/right", anna, "{\"right\":\"WRITE\"}");
        emil.awaitStatus("gespeichert");
    }

    @Test
    void a_new_motion_appears_in_the_list_by_itself() {
        var page = Browsers.wide(ColorScheme.LIGHT);
        Door.open(page, workspace.address(), "dilek", "/antraege");
        page.waitForSelector(".motions");
        workspace.newMotion("Eben erst begonnen");
        page.waitForSelector("text=Eben erst begonnen");
    }

    /// The words are there while they are typed: at each keystroke at most the last second's are
    /// missing. Prints how long keystrokes take from one window to the other; both clocks are this
    /// machine's.
    @Test
    @SuppressWarnings("SystemOut") // a measurement prints what it saw
    void every_keystroke_arrives_in_the_other_window_while_the_next_ones_are_typed() {
        int motion = workspace.newMotion("Tasten");
        MotionPage anna = laptop("anna", motion);
        MotionPage bekir = laptop("bekir", motion);
        anna.page()
                .evaluate(
                        """
                        () => {
                            window.pressed = [];
                            document.addEventListener('keydown',
                                () => window.pressed.push(performance.timeOrigin + performance.now()), true);
                        }
                        """);
        bekir.page()
                .evaluate(
                        """
                        () => {
                            window.seen = [];
                            const text = document.querySelector('.rf-text');
                            new MutationObserver(() => {
                                while (window.seen.length < text.textContent.length)
                                    window.seen.push(performance.timeOrigin + performance.now());
                            }).observe(text, { childList: true, characterData: true, subtree: true });
                        }
                        """);
        anna.page().click(".rf-text");
        int keys = 120;
        int keysOfOneSecond = 20;
        anna.page()
                .keyboard()
                .type(
                        "x".repeat(keys),
                        new Keyboard.TypeOptions().setDelay(1_000.0 / keysOfOneSecond));
        await().until(() -> bekir.text().length() == keys);
        List<Double> pressed = numbers(anna, "window.pressed");
        List<Double> seen = numbers(bekir, "window.seen");
        List<Double> latencies =
                IntStream.range(0, keys)
                        .mapToObj(key -> seen.get(key) - pressed.get(key))
                        .sorted()
                        .toList();
        System.out.printf(
                "keystroke to the other window: p50 %.1f ms, p95 %.1f ms, most %.1f ms%n",
                latencies.get(keys / 2), latencies.get(keys * 95 / 100), latencies.getLast());
        for (int key = 0; key < keys; key++) {
            double now = pressed.get(key);
            assertThat(seen.stream().filter(moment -> moment <= now).count())
                    .as("letters in the other window at keystroke %d", key)
                    .isGreaterThanOrEqualTo(key - keysOfOneSecond);
        }
    }

    private MotionPage laptop(String member, int motion) {
        return MotionPage.open(
                Browsers.wide(ColorScheme.LIGHT), workspace.address(), member, motion);
    }

    private static List<Double> numbers(MotionPage page, String expression) {
        return ((List<?>) page.page().evaluate(expression))
                .stream().map(number -> ((Number) number).doubleValue()).toList();
    }

    private String textOf(int number) {
        for (var motion :
                workspace.get("/api/motions?most=200", workspace.tokenOf("anna")).get("items")) {
            if (motion.get("number").asInt() == number) {
                return "/api/motions/" + motion.get("id").asString() + "/text";
            }
        }
        throw new AssertionError("No motion " + number);
    }
}
