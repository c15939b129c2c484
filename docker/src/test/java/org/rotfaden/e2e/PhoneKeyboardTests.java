package org.rotfaden.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Anna writes with the keyboard of a phone, which tells no keys: it changes what stands on the
/// screen. What Bekir writes reaches her in the same instant, before anything has read the screen.
class PhoneKeyboardTests extends WithTwoWriters {

    /// In milliseconds of the phone's clock.
    private static final int LONG = 8_000;

    private static final String PHONE =
            "Mozilla/5.0 (Linux; Android 15; Pixel 9) AppleWebKit/537.36 (KHTML, like Gecko)"
                    + " Chrome/140.0.0.0 Mobile Safari/537.36";

    /// Keeps what the server sends until the gate is opened, then hands it over within the same
    /// task. A frame begins with the document's name and its length; zero behind it says that it
    /// brings changes.
    private static final String GATE =
            """
            (() => {
                const kept = [];
                const gate = {
                    closed: false,
                    close() { this.closed = true; },
                    hasChanges() { return kept.some(([, data]) => isChange(new Uint8Array(data))); },
                    open() {
                        this.closed = false;
                        for (const [socket, data] of kept.splice(0))
                            socket.dispatchEvent(new MessageEvent('message', { data }));
                    },
                };
                const isChange = bytes => bytes[1 + bytes[0]] === 0;
                window.gate = gate;
                window.WebSocket = class extends WebSocket {
                    constructor(...address) {
                        super(...address);
                        this.addEventListener('message', event => {
                            if (!gate.closed) return;
                            event.stopImmediatePropagation();
                            kept.push([this, event.data]);
                        });
                    }
                };
            })()
            """;

    /// One press on the screen's keyboard, and in the same task all that has come from others.
    private static final String PRESS =
            """
            ([inputType, command, words]) => {
                const mayGoOn = document.activeElement.dispatchEvent(new InputEvent('beforeinput',
                    { inputType, data: words || null, bubbles: true, cancelable: true }));
                if (mayGoOn) document.execCommand(command, false, words);
                window.gate.open();
            }
            """;

    /// How many signs stand in the first row of the text.
    private static final String LAST_OF_FIRST_ROW =
            """
            () => {
                const words = document.querySelector('.rf-text').firstChild.firstChild;
                const range = document.createRange();
                const topOf = sign => {
                    range.setStart(words, sign);
                    range.setEnd(words, sign + 1);
                    return range.getBoundingClientRect().top;
                };
                let sign = 1;
                while (topOf(sign) === topOf(0)) sign++;
                return sign - 1;
            }
            """;

    private static final String NEAR_THE_EDGE =
            "() => document.querySelector('.rf-caret').getBoundingClientRect().left > innerWidth /"
                    + " 2";

    @Override
    Page window() {
        Page phone = Browsers.narrow(ColorScheme.LIGHT);
        var agent = new JsonObject();
        agent.addProperty("userAgent", PHONE);
        phone.context().newCDPSession(phone).send("Emulation.setUserAgentOverride", agent);
        phone.addInitScript(GATE);
        return phone;
    }

    @Test
    void a_backspace_that_joins_two_lines_and_a_letter_before_them_in_one_instant() {
        write("eins", "zwei");
        anna.caretBefore("z");
        closeGate();
        bekir.caretBefore("e");
        bekir.type("R");
        awaitChangesAtTheGate();
        press("deleteContentBackward", "delete", "");
        awaitLines("Reinszwei");
        anna.type("!");
        awaitLines("Reins!zwei");
    }

    @Test
    void a_caret_that_a_finger_has_just_put_somewhere() {
        write("eins", "zwei");
        closeGate();
        bekir.caretBefore("e");
        bekir.type("R");
        awaitChangesAtTheGate();
        anna.page()
                .evaluate(
                        """
                        () => {
                            const line = document.querySelector('.rf-text').children[0];
                            document.getSelection().collapse(line.firstChild, 2);
                            window.gate.open();
                        }
                        """);
        anna.awaitLines("Reins", "zwei");
        anna.type("!");
        awaitLines("Rei!ns", "zwei");
    }

    /// The name at a caret may reach beyond the edge; the page does not go along.
    @Test
    void a_caret_of_somebody_else_at_the_edge_makes_no_page_wider() {
        write("Wort ".repeat(20).strip());
        int edge = (int) anna.page().evaluate(LAST_OF_FIRST_ROW);
        bekir.caretAt(List.of(bekir.lines().getFirst().split("")), edge);
        anna.page().waitForSelector(".rf-text .rf-caret");
        anna.page().waitForFunction(NEAR_THE_EDGE);
        assertThat(anna.page().evaluate("document.documentElement.scrollWidth"))
                .isEqualTo(anna.page().evaluate("document.documentElement.clientWidth"));
    }

    @Test
    void a_word_that_is_being_composed_for_longer_than_a_phone_usually_waits() {
        write("LOC: ");
        bekir.caretBefore("L");
        anna.page().waitForSelector(".rf-text .rf-caret");
        var keyboard = new InputMethod(anna.page());
        keyboard.compose("De");
        bekir.awaitLines("LOC: De");
        bekir.type("x");
        bekir.tell(anna);
        anna.page().clock().runFor(LONG);
        keyboard.compose("Der");
        bekir.awaitLines("xLOC: Der");
        keyboard.commit("Der");
        anna.awaitLines("xLOC: Der");
        anna.type(" Land");
        awaitLines("xLOC: Der Land");
    }

    @TestFactory
    Stream<DynamicTest> what_two_write_in_one_instant_is_where_they_wrote_it() {
        return rounds(this::writeAtOnce);
    }

    /// Each writes a letter or a break or erases what is before the caret, at two places that do
    /// not touch.
    private void writeAtOnce(Random random) {
        List<String> signs = new ArrayList<>(List.of("abcdef\nghijkl\nmnopqr".split("")));
        write("abcdef", "ghijkl", "mnopqr");
        int first = random.nextInt(1, signs.size() - 2);
        int second = random.nextInt(first + 2, signs.size());
        boolean annaIsFirst = random.nextBoolean();
        int annas = annaIsFirst ? first : second;
        int bekirs = annaIsFirst ? second : first;
        Edit her = Edit.values()[random.nextInt(3)];
        Edit his = Edit.values()[random.nextInt(3)];

        anna.caretAt(signs, annas);
        closeGate();
        bekir.caretAt(signs, bekirs);
        switch (his) {
            case LETTER -> bekir.type("R");
            case BREAK -> bekir.press("Enter");
            case ERASURE -> bekir.press("Backspace");
        }
        awaitChangesAtTheGate();
        switch (her) {
            case LETTER -> press("insertText", "insertText", "é");
            case BREAK -> press("insertParagraph", "insertParagraph", "");
            case ERASURE -> press("deleteContentBackward", "delete", "");
        }

        (annaIsFirst ? his : her).apply(signs, second, annaIsFirst ? "R" : "é");
        (annaIsFirst ? her : his).apply(signs, first, annaIsFirst ? "é" : "R");
        awaitLines(String.join("", signs).split("\n", -1));
    }

    private enum Edit {
        LETTER,
        BREAK,
        ERASURE;

        void apply(List<String> signs, int place, String letter) {
            switch (this) {
                case LETTER -> signs.add(place, letter);
                case BREAK -> signs.add(place, "\n");
                case ERASURE -> signs.remove(place - 1);
            }
        }
    }

    private void closeGate() {
        anna.page().evaluate("() => window.gate.close()");
    }

    private void awaitChangesAtTheGate() {
        anna.page().waitForFunction("() => window.gate.hasChanges()");
    }

    private void press(String inputType, String command, String words) {
        anna.page().evaluate(PRESS, List.of(inputType, command, words));
    }
}
