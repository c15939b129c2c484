package org.rotfaden.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Every page in both schemes and two widths, and by keyboard alone.
class AccessibilityTests {

    /// Vaadin's word on the connection lies over the page and so in none of its regions.
    private static final String NOTICE_OF_THE_FRAMEWORK = "vaadin-connection-indicator";

    private static Workspace workspace;

    @BeforeAll
    static void start() {
        workspace = Workspace.start("accessibility");
    }

    @AfterAll
    static void stop() {
        workspace.close();
    }

    @ParameterizedTest
    @CsvSource({"true,LIGHT", "true,DARK", "false,LIGHT", "false,DARK"})
    void every_page_passes_axe_and_none_scrolls_sideways(boolean wide, ColorScheme scheme) {
        Page page = wide ? Browsers.wide(scheme) : Browsers.narrow(scheme);
        page.navigate(workspace.address() + "/anmelden");
        page.waitForSelector("form.log-in vaadin-email-field input");
        check(page, "anmelden", wide, scheme);
        MotionPage.logIn(page, workspace.address(), "anna");
        check(page, "antraege", wide, scheme);
        for (String path : List.of("mitglieder", "konto", "nirgends")) {
            page.navigate(workspace.address() + "/" + path);
            page.waitForSelector("h1");
            check(page, path, wide, scheme);
        }
        page.navigate(workspace.address() + "/antraege/1");
        page.waitForSelector(".rf-text");
        page.waitForSelector("[data-state=saved]");
        check(page, "antrag", wide, scheme);
    }

    @Test
    void a_motion_is_written_by_keyboard_alone() {
        Page page = Browsers.wide(ColorScheme.LIGHT);
        page.navigate(workspace.address() + "/anmelden");
        page.waitForSelector("form.log-in vaadin-email-field input");
        page.focus("form.log-in vaadin-email-field input");
        page.keyboard().type("bekir@example.org");
        page.keyboard().press("Tab");
        page.keyboard().type("rotfaden");
        page.keyboard().press("Enter");
        page.waitForSelector(".motions");
        tabTo(page, "Neuer Antrag");
        page.keyboard().press("Enter");
        page.waitForSelector("[data-state=saved]");
        page.focus(".rf-title");
        page.keyboard().type("Von Hand");
        page.keyboard().press("Enter");
        page.keyboard().type("- eins");
        page.keyboard().press("Enter");
        page.keyboard().type("zwei");
        page.keyboard().press("Control+b");
        page.keyboard().type("fett");
        page.keyboard().press("ArrowDown");
        page.keyboard().type("Darum.");
        page.waitForSelector("[data-state=saved]");
        assertThat(page.textContent(".rf-title")).isEqualTo("Von Hand");
        assertThat(page.locator(".rf-text [data-list=bullet]").allTextContents())
                .containsExactly("eins", "zweifett");
        assertThat(page.textContent(".rf-text strong")).isEqualTo("fett");
        assertThat(page.textContent(".rf-reason")).isEqualTo("Darum.");
        assertThat(page.title()).isEqualTo("Von Hand · Rotfaden");
    }

    /// The picture that the first page of the documentation shows.
    @Test
    void the_screenshot_of_the_documentation_is_up_to_date() {
        MotionPage anna =
                MotionPage.open(Browsers.wide(ColorScheme.LIGHT), workspace.address(), "anna", 1);
        MotionPage bekir =
                MotionPage.open(
                        Browsers.narrow(ColorScheme.LIGHT), workspace.address(), "bekir", 1);
        bekir.page().click(".rf-text p:nth-child(2)");
        anna.page().waitForSelector(".rf-caret");
        anna.page()
                .screenshot(
                        new Page.ScreenshotOptions()
                                .setPath(Path.of("target/screenshots/motion.png")));
        assertThat(Path.of("../docs/screenshot.png")).exists();
    }

    private static void tabTo(Page page, String label) {
        for (int presses = 0; presses < 20; presses++) {
            page.keyboard().press("Tab");
            if (label.equals(page.evaluate("document.activeElement.textContent.trim()"))) {
                return;
            }
        }
        throw new AssertionError("The keyboard does not reach " + label);
    }

    private static void check(Page page, String name, boolean wide, ColorScheme scheme) {
        String picture = name + (wide ? "-wide-" : "-narrow-") + scheme;
        page.screenshot(
                new Page.ScreenshotOptions()
                        .setPath(Path.of("target/screenshots", picture + ".png")));
        var violations =
                new AxeBuilder(page).exclude(NOTICE_OF_THE_FRAMEWORK).analyze().getViolations();
        assertThat(violations)
                .as(picture)
                .extracting(violation ->
                        violation.getId() + ": " + violation.getNodes().getFirst().getHtml())
                .isEmpty();
        assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                .as(picture + " scrolls sideways")
                .isTrue();
    }
}
