package org.rotfaden.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Ways to write that only a real browser has: pasting, dragging, while somebody else writes too.
class WritingTests extends WithSampleAssociation {

    private static final String PASTE =
            """
            html => {
                const data = new DataTransfer();
                data.setData('text/html', html);
                document.activeElement.dispatchEvent(
                    new ClipboardEvent('paste', {clipboardData: data, bubbles: true, cancelable: true}));
            }
            """;

    private static final String DRAG_TO_THE_END =
            """
            () => {
                const lines = [...document.querySelectorAll('.rf-text > *')];
                const dataTransfer = new DataTransfer();
                const fire = (name, line, right) => {
                    const {left, width, top, height} = line.getBoundingClientRect();
                    line.dispatchEvent(new DragEvent(name, {
                        dataTransfer, bubbles: true, cancelable: true,
                        clientX: right ? left + width - 4 : left + 12, clientY: top + height / 2 }));
                };
                fire('dragstart', lines[0], false);
                fire('dragover', lines[1], true);
                fire('drop', lines[1], true);
                fire('dragend', lines[0], false);
            }
            """;

    private MotionPage anna;
    private MotionPage bekir;

    @BeforeEach
    void two_windows() {
        int motion = workspace.newMotion("Wege");
        anna = window("anna", motion);
        bekir = window("bekir", motion);
    }

    @Test
    void what_is_pasted_from_a_word_processor_arrives_clean_in_both_windows() {
        anna.page().click(".rf-text");
        anna.page()
                .evaluate(
                        PASTE,
                        """
                        <html xmlns:o="urn:schemas-microsoft-com:office:office"><body>
                        <h2 style='mso-fareast-language:DE'>Forderung<o:p></o:p></h2>
                        <p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><span
                        style='mso-list:Ignore'>1.<span>&nbsp;</span></span><b>mehr</b> Busse</p>
                        <p onclick="alert(1)">danach<script>alert(1)</script></p></body></html>
                        """);
        Page other = bekir.page();
        await().untilAsserted(() -> {
            assertThat(other.textContent(".rf-text h3")).isEqualTo("Forderung");
            assertThat(other.textContent(".rf-text [data-list=ordered]")).isEqualTo("mehr Busse");
            assertThat(other.textContent(".rf-text strong")).isEqualTo("mehr");
        });
        assertThat(other.locator(".rf-text [onclick], .rf-text script").count()).isZero();
        assertThat(bekir.text()).isEqualTo(anna.text());
        anna.awaitStatus("gespeichert");
    }

    @Test
    void words_that_are_dragged_move_in_both_windows() {
        anna.type("eins zwei");
        anna.page().keyboard().press("Enter");
        anna.page().keyboard().type("drei ");
        Locator lines = anna.page().locator(".rf-text > *");
        BoundingBox first = lines.first().boundingBox();
        anna.page().mouse().dblclick(first.x + 12, first.y + first.height / 2);
        bekir.page().waitForSelector(".rf-selection:text-is('eins')");
        anna.page().evaluate(DRAG_TO_THE_END);
        await().untilAsserted(() -> assertThat(anna.text()).endsWith("eins"));
        await().untilAsserted(() -> assertThat(bekir.text()).isEqualTo(anna.text()));
        assertThat(bekir.text()).contains("zwei", "drei").containsOnlyOnce("eins");
    }

    /// The row above the words and the tools stay in sight, and what is written is not under them.
    @Test
    void the_caret_is_never_under_what_stays_above_the_words() {
        Page page = anna.page();
        anna.type("oben");
        for (int line = 0; line < 60; line++) {
            page.keyboard().press("Enter");
            page.keyboard().type("Zeile " + line);
        }
        assertThat(isClear(page)).as("at the end").isTrue();
        assertThat((Boolean) page.evaluate("() => scrollY > 200")).isTrue();
        for (int line = 0; line < 60; line++) {
            page.keyboard().press("ArrowUp");
            assertThat(isClear(page)).as("%d lines up", line).isTrue();
        }
        assertThat(page.locator(".motion-head .state").isVisible()).isTrue();
    }

    @Test
    void a_new_line_is_not_under_the_bar_of_a_phone() {
        Page page =
                MotionPage.open(
                                Browsers.narrow(ColorScheme.LIGHT),
                                workspace.address(),
                                "anna",
                                workspace.newMotion("Auf dem Telefon"))
                        .page();
        page.click(".rf-text");
        for (int line = 0; line < 40; line++) {
            page.keyboard().type("Zeile " + line);
            page.keyboard().press("Enter");
        }
        Object gap =
                page.evaluate(
                        """
                        () => {
                            const lines = document.querySelectorAll('.rf-text > *');
                            const bar = document.querySelector('.bar').getBoundingClientRect();
                            return bar.top - lines[lines.length - 1].getBoundingClientRect().bottom;
                        }
                        """);
        assertThat(((Number) gap).doubleValue()).isNotNegative();
    }

    private static boolean isClear(Page page) {
        return (Boolean)
                page.evaluate(
                        """
                        () => {
                            const caret = getSelection().getRangeAt(0).getBoundingClientRect();
                            const line = getSelection().anchorNode.parentElement.getBoundingClientRect();
                            const top = caret.height ? caret.top : line.top;
                            const tools = document.querySelector('.rf-toolbar').getBoundingClientRect();
                            return top >= tools.bottom - 1 && top < innerHeight - 20;
                        }
                        """);
    }

    private MotionPage window(String member, int motion) {
        return MotionPage.open(
                Browsers.wide(ColorScheme.LIGHT), workspace.address(), member, motion);
    }
}
