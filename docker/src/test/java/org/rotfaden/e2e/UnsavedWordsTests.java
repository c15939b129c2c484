package org.rotfaden.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.net.URI;
import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// What somebody wrote and the server has not answered for is counted, kept and sent, whatever
/// happens to the line, the tab and the page.
class UnsavedWordsTests extends WithSampleAssociation {

    private static final Pattern DOOR = Pattern.compile(".*/anmelden.*");

    /// Half of the time from a change to its answer.
    private static final Duration ONE_WAY = Duration.ofMillis(250);

    /// Lets changes leave the page and get lost, while `losing`, and notes what the editor says. A
    /// frame names the document by an id of 36 letters, then come its kind and its step.
    private static final String LOSSES =
            """
            window.lost = 0;
            window.losing = false;
            window.said = [];
            document.addEventListener('rotfaden-saved-state', event => window.said.push(event.detail.state));
            const send = WebSocket.prototype.send;
            WebSocket.prototype.send = function (frame) {
                const isChange = frame instanceof Uint8Array && frame[0] === 36
                    && (frame[37] === 0 || frame[37] === 4) && frame[38] > 0;
                if (window.losing && isChange) window.lost++;
                else send.call(this, frame);
            };
            """;

    private Cable cable;
    private String token;
    private JsonNode motion;

    @BeforeEach
    void begin() {
        cable = new Cable(workspace.port());
        token = workspace.tokenOf("anna");
        motion = workspace.post("/api/motions", token, "{\"title\":\"Wartende Worte\"}");
    }

    @AfterEach
    void end() {
        cable.close();
    }

    @Test
    void nothing_is_called_saved_while_the_line_breaks_twice_with_the_changes_on_their_way() {
        MotionPage bekir = open("bekir");
        Page page = bekir.page();
        cable.slow(ONE_WAY);
        cable.cut();
        bekir.type("abc");
        bekir.awaitStatus("offline – 3 Änderungen warten");
        page.evaluate("() => { said = []; losing = true; }");
        for (int time = 1; time <= 2; time++) {
            cable.mend();
            page.waitForFunction("lost === " + time);
            cable.cut();
            bekir.awaitStatus("offline – 3 Änderungen warten");
        }
        cable.mend();
        page.waitForFunction("lost === 3");
        assertThat((String) page.evaluate("said.join()")).doesNotContain("saved");

        logOut(page);
        Locator question = page.getByRole(AriaRole.ALERTDIALOG);
        assertThat(question).containsText("Es warten noch Änderungen");
        question.getByText("Warten", new Locator.GetByTextOptions().setExact(true)).click();
        assertThat(question).isHidden();
        assertThat(words()).doesNotContain("abc");

        cable.slow(Duration.ZERO);
        cable.cut();
        page.evaluate("losing = false");
        cable.mend();
        bekir.awaitStatus("gespeichert");
        assertThat(words()).contains("abc");
        logOut(page);
        assertThat(page).hasURL(DOOR);
    }

    @Test
    void what_waits_is_still_counted_after_the_page_was_loaded_again() {
        MotionPage bekir = open("bekir");
        Page page = bekir.page();
        cable.cut();
        bekir.type("abc");
        bekir.awaitStatus("offline – 3 Änderungen warten");
        page.route("**/api/live-tickets", route -> route.abort());
        cable.mend();
        page.reload();
        page.waitForSelector(".rf-text");
        bekir.awaitStatus("offline – 3 Änderungen warten");
        page.unroute("**/api/live-tickets");
        bekir.awaitStatus("gespeichert");
        assertThat(words()).contains("abc");
    }

    @Test
    void one_tab_sends_what_another_wrote_without_a_line_before_it_was_closed() {
        MotionPage first = open("bekir");
        MotionPage second = first.inAnotherTab();
        cable.cut();
        second.type("vierzehnletter");
        second.awaitStatus("offline – 14 Änderungen warten");
        second.page().close();
        cable.mend();
        first.type("x");
        first.awaitText("vierzehnletter");
        first.awaitStatus("gespeichert");
        assertThat(words()).contains("vierzehnletter", "x");
        logOut(first.page());
        assertThat(first.page()).hasURL(DOOR);
    }

    @Test
    void logging_out_elsewhere_asks_for_what_a_closed_tab_left_until_the_motion_is_opened_again() {
        MotionPage first = open("bekir");
        MotionPage second = first.inAnotherTab();
        Page page = first.page();
        String address = page.url();
        page.navigate(cable.address() + "/antraege");
        Door.unfoldSelf(page);
        assertThat(logOutButton(page)).isVisible();
        cable.cut();
        second.type("vierzehnletter");
        second.awaitStatus("offline – 14 Änderungen warten");
        second.page().close();
        cable.mend();

        logOut(page);
        Locator question = page.getByRole(AriaRole.ALERTDIALOG);
        assertThat(question).containsText("in einem Antrag");
        question.getByText("Warten", new Locator.GetByTextOptions().setExact(true)).click();
        assertThat(question).isHidden();

        page.navigate(address);
        first.awaitText("vierzehnletter");
        first.awaitStatus("gespeichert");
        assertThat(words()).contains("vierzehnletter");
        logOut(page);
        assertThat(page).hasURL(DOOR);
    }

    @Test
    void who_logs_in_next_on_the_same_device_neither_sees_nor_sends_what_the_first_one_left() {
        MotionPage bekir = open("bekir");
        Page page = bekir.page();
        String address = page.url();
        cable.cut();
        bekir.type("Bekirs Worte");
        bekir.awaitStatus("offline – 12 Änderungen warten");
        page.context().clearCookies();
        Page next = page.context().newPage();
        page.route("**/api/live-tickets", route -> route.abort());
        cable.mend();
        Door.open(next, cable.address(), "emil", URI.create(address).getPath());
        next.waitForSelector(".rf-status:text-is('gespeichert')");
        page.unroute("**/api/live-tickets");
        page.waitForSelector(".rf-status:text-is('gespeichert')");

        assertThat(page.textContent(".rf-text")).doesNotContain("Bekirs Worte");
        assertThat(next.textContent(".rf-text")).doesNotContain("Bekirs Worte");
        assertThat(words()).doesNotContain("Bekirs Worte");
        logOut(next);
        assertThat(next).hasURL(DOOR);
        Door.logIn(next, cable.address(), "bekir");
        next.navigate(address);
        next.waitForSelector(".rf-status:text-is('gespeichert')");
        assertThat(words()).contains("Bekirs Worte");
    }

    private MotionPage open(String member) {
        Page page = Browsers.wide(ColorScheme.LIGHT);
        page.addInitScript(LOSSES);
        return MotionPage.open(page, cable.address(), member, motion.get("number").asInt());
    }

    private static void logOut(Page page) {
        if (!logOutButton(page).isVisible()) {
            Door.unfoldSelf(page);
        }
        logOutButton(page).click();
    }

    private static Locator logOutButton(Page page) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Abmelden").setExact(true));
    }

    /// What the server has.
    private String words() {
        String text = "/api/motions/" + motion.get("id").asString() + "/text";
        return workspace.text(text, token, "text/plain");
    }
}
