package org.rotfaden.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// What stands around the words of a motion: one row that stays, the details beside them, the way
/// through a long text, and what readers and printers get.
class MotionPageTests extends WithSampleAssociation {

    /// Whether the first line of the text is in the window, above what lies at its lower edge.
    private static final String TEXT_IS_IN_SIGHT =
            """
            () => {
                const line = document.querySelector('.rf-text p').getClientRects()[0];
                const bar = document.querySelector('.bar').getBoundingClientRect();
                const end = bar.top > 0 ? Math.min(innerHeight, bar.top) : innerHeight;
                return line.height > 0 && line.top + 24 <= end;
            }
            """;

    @Test
    void the_text_is_in_sight_on_a_phone_however_it_is_held() {
        Page page = open("anna", 1, true);
        assertThat(page.evaluate(TEXT_IS_IN_SIGHT)).as("upright").isEqualTo(true);
        page.setViewportSize(844, 390);
        page.waitForFunction(TEXT_IS_IN_SIGHT);
        assertThat(page.evaluate("() => document.documentElement.scrollWidth <= innerWidth"))
                .isEqualTo(true);
    }

    @Test
    void whether_it_is_saved_and_who_is_here_stays_in_view() {
        for (boolean isPhone : new boolean[] {false, true}) {
            Page page = open("anna", workspace.newMotion("Zum Blättern"), isPhone);
            page.click(".rf-text");
            for (int line = 0; line < 50; line++) {
                page.keyboard().type("Zeile " + line);
                page.keyboard().press("Enter");
            }
            page.waitForSelector("[data-state=saved]");
            page.evaluate("() => scrollTo(0, 600)");
            assertThat(page.locator(".rf-status")).isInViewport();
            assertThat(page.locator(".rf-people")).isInViewport();
            assertThat(page.locator(".motion-head .back")).isInViewport();
            page.context().setOffline(true);
            page.keyboard().type("ohne Netz");
            assertThat(page.locator(".rf-status")).containsText("warte");
            assertThat(page.locator(".rf-status")).isInViewport();
            assertThat(page.locator(".motion-acts")).isInViewport();
            page.context().setOffline(false);
            page.waitForSelector("[data-state=saved]");
        }
    }

    @Test
    void from_three_headings_on_each_is_a_step_away() {
        Page page = open("anna", workspace.newMotion("Mit Gliederung"), false);
        Locator outline = page.locator(".rf-outline");
        page.locator(".beside-choice").getByText("Angaben").click();
        page.click(".rf-text");
        for (int part = 1; part <= 3; part++) {
            assertThat(outline).isHidden();
            page.keyboard().type("# Teil " + part);
            page.keyboard().press("Enter");
            for (int line = 0; line < 25; line++) {
                page.keyboard().type("Satz");
                page.keyboard().press("Enter");
            }
        }
        assertThat(outline.getByRole(AriaRole.BUTTON))
                .hasText(new String[] {"Teil 1", "Teil 2", "Teil 3"});
        outline.getByText("Teil 3").click();
        assertThat(page.locator(".rf-text h2").last()).isInViewport();
        page.keyboard().type("Neu: ");
        assertThat(outline).containsText("Neu: Teil 3");
        page.waitForSelector("[data-state=saved]");
        Inspection.atEverySize(page, "antrag-mit-inhalt");

        page.setViewportSize(390, 844);
        page.getByRole(AriaRole.BUTTON, named("Angaben")).click();
        outline.getByText("Teil 1").click();
        assertThat(outline).isHidden();
        assertThat(page.locator(".rf-text h2").first()).isInViewport();
    }

    @Test
    void readers_have_an_article_before_them_and_nothing_to_fill_in() {
        JsonNode motion =
                workspace.post(
                        "/api/motions", workspace.tokenOf("bekir"), "{\"title\":\"Zum Lesen\"}");
        int number = motion.get("number").asInt();
        workspace.post(
                "/api/grants",
                workspace.tokenOf("bekir"),
                """
                {"memberId": "%s", "role": "READER", "subjectType": "motion", "subjectId": "%s"}
                """
                        .formatted(
                                workspace
                                        .get("/api/members/me", workspace.tokenOf("clara"))
                                        .get("id")
                                        .asString(),
                                motion.get("id").asString()));
        Page page = open("clara", number, false);
        Locator main = page.locator("main");
        assertThat(main.getByRole(AriaRole.ARTICLE)).hasAttribute("aria-label", "Zum Lesen");
        assertThat(main.getByRole(AriaRole.TEXTBOX)).hasCount(0);
        assertThat(main.getByRole(AriaRole.HEADING, new Locator.GetByRoleOptions().setLevel(1)))
                .hasText("Zum Lesen");
        assertThat(page.locator(".rf-text .rf-empty"))
                .hasAttribute("data-hint", "Hier steht noch nichts.");
        assertThat(page.locator(".rf-reasoning")).isHidden();
        assertThat(page.locator(".motion-writers"))
                .hasText(
                        Pattern.compile(
                                "Warum darf ich nur lesen\\?.* Frag: .*Anna Lindqvist.*\\."));
        Inspection.atEverySize(page, "antrag-zum-lesen");
    }

    @Test
    void on_paper_stand_title_owner_state_day_and_words() {
        Page page = open("anna", 1, false);
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        for (String shown :
                new String[] {".rf-title", "#motion-facts dl", ".rf-text", ".rf-reason"}) {
            assertThat(page.locator(shown)).isVisible();
        }
        assertThat(page.locator("#motion-facts dl")).containsText("Anna Lindqvist, ");
        for (String left :
                new String[] {".rail", ".motion-head", ".rf-toolbar", ".motion-writers"}) {
            assertThat(page.locator(left)).isHidden();
        }
        assertThat(
                        page.evaluate(
                                """
                                () => ['.rf-title', '#motion-facts', '.rf-text', '.rf-reason']
                                    .map(one => document.querySelector(one)
                                        .getBoundingClientRect().top)
                                    .every((top, at, all) => at === 0 || top > all[at - 1])
                                """))
                .as("in this order")
                .isEqualTo(true);
    }

    private Page open(String member, int motion, boolean isPhone) {
        Page page = isPhone ? Browsers.narrow(ColorScheme.LIGHT) : Browsers.wide(ColorScheme.LIGHT);
        return MotionPage.open(page, workspace.address(), member, motion).page();
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }
}
