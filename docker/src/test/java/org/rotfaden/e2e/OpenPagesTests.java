package org.rotfaden.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.net.http.WebSocket;
import java.util.Collections;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What pages may take of the server, and what becomes of the pages that are too many.
class OpenPagesTests extends WithSampleAssociation {

    private static final String WHOLLY_IN_SIGHT =
            """
            button => {
                const {top, bottom} = button.getBoundingClientRect();
                const notice = button.parentElement.getBoundingClientRect();
                return top >= notice.top && bottom <= notice.bottom;
            }
            """;

    private static final int MOST_PAGES = 40;
    private static final int MOST_BROWSERS = 20;

    @Test
    void however_often_something_is_pressed_in_one_request_it_opens_once() {
        PageByHand page = pageInNewBrowser("clara");
        for (int button : page.pressable()) {
            int before = page.elements("vaadin-dialog").size();
            page.press(Collections.nCopies(20, button));
            assertThat(page.elements("vaadin-dialog").size() - before)
                    .as("dialogs that element %d opened", button)
                    .isLessThanOrEqualTo(1);
        }
        assertThat(page.elements("vaadin-dialog")).isNotEmpty();
    }

    @Test
    void more_than_hands_can_do_is_not_done() {
        PageByHand page = pageInNewBrowser("bekir");
        assertThat(page.navigate(49)).isTrue();
        assertThat(page.navigate(50)).isFalse();
        assertThat(page.navigate(1)).isTrue();
    }

    @Test
    void the_page_that_was_used_longest_ago_ends_first() {
        var browser = new PageByHand.Browser(workspace, "clara");
        PageByHand first = browser.open("gruppen");
        PageByHand second = browser.open("gruppen");
        for (int more = 0; more < MOST_PAGES; more++) {
            assertThat(browser.open("gruppen").isOpen()).isTrue();
            first.use();
        }
        await().until(() -> !second.isOpen());
        assertThat(first.isOpen()).isTrue();
    }

    @Test
    void a_page_that_is_one_too_many_keeps_what_was_written_in_sight() {
        Page page = Browsers.narrow(ColorScheme.LIGHT);
        Door.open(page, workspace.address(), "dilek", "/gruppen/gruenden");
        page.getByLabel("Name").fill("Halb geschrieben");
        Browsers.settle(page);
        openMany("dilek");
        var notice = page.getByRole(AriaRole.ALERT);
        notice.waitFor();
        assertThat(notice).containsText("nicht mehr verbunden");
        Inspection.of(page, "seite-nicht-mehr-verbunden");
        page.keyboard().press("Escape");
        assertThat(page.getByLabel("Name")).hasValue("Halb geschrieben");
        assertThat(notice.locator(".message")).isHidden();
        assertThat(notice.boundingBox().height).isLessThan(130);
        Inspection.picture(page, "seite-nicht-mehr-verbunden-klein");
        notice.getByText("Was heißt das?").click();
        assertThat(notice.locator(".message")).containsText("kannst du noch kopieren");
        page.evaluate("document.documentElement.style.fontSize = '200%'");
        assertThat(notice.boundingBox().height).isLessThan(0.41 * page.viewportSize().height);
        assertThat((Boolean) notice.locator(".primary").evaluate(WHOLLY_IN_SIGHT)).isTrue();
        Inspection.picture(page, "seite-nicht-mehr-verbunden-grosse-schrift");
        notice.getByText("Seite neu laden").click();
        assertThat(page.getByLabel("Name")).hasValue("");
        assertThat(notice).hasCount(0);
    }

    /// In a German browser whose reader has chosen English.
    @Test
    void a_page_that_is_one_too_many_loads_again_where_nothing_is_lost() {
        Page page = Browsers.wide(ColorScheme.DARK);
        page.navigate(workspace.address() + "/anmelden?sprache=en");
        Door.open(page, workspace.address(), "dilek", "/gruppen");
        page.waitForSelector(".page");
        Browsers.settle(page);
        page.evaluate("() => { window.isTheFirst = true; }");
        openMany("dilek");
        page.waitForFunction("() => !window.isTheFirst && document.querySelector('.page')");
        assertThat(page.getByRole(AriaRole.ALERT)).hasCount(0);
    }

    /// Twice as many pages as one member can have: those that were open before are too many, also
    /// when they still ask for something.
    private void openMany(String member) {
        var browser = new PageByHand.Browser(workspace, member);
        IntStream.range(0, 2 * MOST_PAGES).forEach(_ -> browser.open("gruppen"));
    }

    @Test
    void one_member_works_in_a_bounded_number_of_browsers() {
        PageByHand first = pageInNewBrowser("emil");
        PageByHand second = pageInNewBrowser("emil");
        IntStream.range(2, MOST_BROWSERS).forEach(_ -> pageInNewBrowser("emil"));
        first.use();
        assertThat(first.isOpen()).isTrue();
        assertThat(pageInNewBrowser("emil").isOpen()).isTrue();
        assertThat(second.isOpen()).isFalse();
        assertThat(first.isOpen()).isTrue();
    }

    private PageByHand pageInNewBrowser(String member) {
        return new PageByHand.Browser(workspace, member).open("gruppen");
    }

    @Test
    void nothing_is_taken_by_the_live_connection_of_a_page() throws Exception {
        var closed = new CompletableFuture<Integer>();
        WebSocket connection = pageInNewBrowser("clara").listen(closed);
        assertThat(closed).isNotDone();
        connection.sendText("2000000000|{\"half", true).join();
        assertThat(closed.get(20, TimeUnit.SECONDS)).isPositive();
    }
}
