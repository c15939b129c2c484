package org.rotfaden.e2e;

import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import java.time.Duration;

/// A window in which a member has a motion open.
final class MotionPage {

    private final Page page;

    private MotionPage(Page page) {
        this.page = page;
    }

    static MotionPage open(Page page, String address, String member, int motion) {
        Door.open(page, address, member, "/antraege/" + motion);
        return shownIn(page);
    }

    private static MotionPage shownIn(Page page) {
        page.waitForSelector(".rf-text");
        var opened = new MotionPage(page);
        opened.awaitStatus("gespeichert", "nur lesen");
        return opened;
    }

    /// The same motion in a second tab of the same browser.
    MotionPage inAnotherTab() {
        Page tab = page.context().newPage();
        tab.navigate(page.url());
        return shownIn(tab);
    }

    Page page() {
        return page;
    }

    void type(String words) {
        page.click(".rf-text");
        page.keyboard().press("Control+End");
        page.keyboard().type(words);
    }

    String text() {
        return page.textContent(".rf-text");
    }

    String status() {
        return page.textContent(".rf-status");
    }

    void awaitStatus(String... wanted) {
        await().atMost(Duration.ofSeconds(40))
                .pollInterval(Duration.ofMillis(100))
                .until(() -> java.util.List.of(wanted).contains(status()));
    }

    void awaitText(String... words) {
        await().atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(100))
                .until(() ->
                        java.util.Arrays.stream(words).allMatch(word -> text().contains(word)));
    }
}
