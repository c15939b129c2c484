package org.rotfaden.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import java.time.Duration;
import java.util.List;

/// The text of a motion in a window, line by line, with a caret that can be put anywhere.
final class TextPage {

    private static final String LINES =
            "() => [...document.querySelectorAll('.rf-text > *')].map(line => line.textContent)";

    private static final String CARET =
            """
            ([index, offset]) => {
                const text = document.querySelector('.rf-text');
                const line = text.children[index];
                const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
                let rest = offset;
                let node = walker.nextNode();
                while (node && rest > node.length) {
                    rest -= node.length;
                    node = walker.nextNode();
                }
                document.getSelection().collapse(node ?? line, node ? rest : 0);
                document.dispatchEvent(new Event('selectionchange'));
            }
            """;

    private static final String FOCUSED = "() => document.activeElement.matches('.rf-text')";

    private static final String TOLD =
            "wanted => document.querySelector('.rf-reason').textContent === wanted";

    private final MotionPage motion;

    TextPage(MotionPage motion) {
        this.motion = motion;
    }

    Page page() {
        return motion.page();
    }

    @SuppressWarnings("unchecked") // the script gives an array of strings
    List<String> lines() {
        return (List<String>) page().evaluate(LINES);
    }

    void awaitLines(String... lines) {
        await().pollInterval(Duration.ofMillis(10))
                .pollDelay(Duration.ZERO)
                .untilAsserted(() -> assertThat(lines()).containsExactly(lines));
    }

    /// Writes the whole text anew; the caret is at its end.
    void write(String... lines) {
        page().click(".rf-text");
        press("Control+a");
        press("Backspace");
        type(String.join("\n", lines));
        awaitLines(lines);
    }

    void type(String words) {
        page().keyboard().type(words);
    }

    void press(String key) {
        page().keyboard().press(key);
    }

    void caretBefore(String sign) {
        String text = String.join("\n", lines());
        caretAt(text, text.indexOf(sign));
    }

    void caretBehind(String sign) {
        String text = String.join("\n", lines());
        caretAt(text, text.indexOf(sign) + sign.length());
    }

    /// Puts the caret to a place of the text, which the window shows already.
    void caretAt(List<String> signs, int place) {
        caretAt(String.join("", signs), place);
    }

    private void caretAt(String text, int place) {
        if (!(boolean) page().evaluate(FOCUSED)) {
            page().click(".rf-text");
        }
        String before = text.substring(0, place);
        int line = (int) before.chars().filter(sign -> sign == '\n').count();
        page().evaluate(CARET, List.of(line, place - before.lastIndexOf('\n') - 1));
    }

    /// Writes a stroke into the reason and waits until another window shows it: what was written
    /// before has arrived there then, whether it shows or not.
    void tell(TextPage other) {
        page().focus(".rf-reason");
        press("Control+End");
        type("|");
        other.page().waitForFunction(TOLD, page().textContent(".rf-reason"));
    }
}
