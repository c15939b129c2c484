package org.rotfaden.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/// Every page in both schemes and two widths, and by keyboard alone.
class AccessibilityTests extends WithSampleAssociation {

    @Test
    void every_page_passes_axe_and_none_scrolls_sideways() {
        Page page = Browsers.wide(ColorScheme.LIGHT);
        page.navigate(workspace.address() + "/anmelden");
        page.waitForSelector("#email");
        Inspection.atEverySize(page, "anmelden");
        Door.logIn(page, workspace.address(), "anna");
        Inspection.atEverySize(page, "antraege");
        for (String path : List.of("mitglieder", "konto", "nirgends")) {
            page.navigate(workspace.address() + "/" + path);
            page.waitForSelector("h1");
            Inspection.atEverySize(page, path);
        }
        inspectTakingIn(page);
        page.navigate(workspace.address() + "/antraege/1");
        page.waitForSelector(".rf-text");
        page.waitForSelector("[data-state=saved]");
        Inspection.atEverySize(page, "antrag");
    }

    @Test
    void a_motion_is_written_by_keyboard_alone() {
        Page page = Browsers.wide(ColorScheme.LIGHT);
        page.navigate(workspace.address() + "/anmelden");
        page.waitForSelector("#email");
        page.focus("#email");
        page.keyboard().type("bekir@example.org");
        page.keyboard().press("Tab");
        page.keyboard().type("rotfaden");
        page.keyboard().press("Enter");
        page.waitForSelector(".start-page");
        page.keyboard().press("g");
        page.keyboard().press("a");
        page.waitForSelector(".motions");
        tabTo(page, "Neuer Antrag");
        page.keyboard().press("Enter");
        assertThat(page.getByLabel("Für wen?")).isVisible();
        tabTo(page, "Antrag beginnen");
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

    /// The picture that the first page of the documentation shows: who writes here, and where.
    @Test
    void the_picture_for_the_documentation_is_taken() throws IOException {
        Path picture = Path.of("target/screenshots/motion.png");
        Files.deleteIfExists(picture);
        MotionPage anna =
                MotionPage.open(Browsers.wide(ColorScheme.LIGHT), workspace.address(), "anna", 1);
        MotionPage bekir =
                MotionPage.open(
                        Browsers.narrow(ColorScheme.LIGHT), workspace.address(), "bekir", 1);
        bekir.page().click(".rf-text p:nth-child(2)");
        Locator caret = anna.page().locator(".rf-caret");
        assertThat(caret).hasAttribute("data-name", "Bekir Aydemir");
        assertThat(caret).isInViewport();
        Inspection.picture(anna.page(), "motion");
        BufferedImage taken = ImageIO.read(picture.toFile());
        BufferedImage shown = ImageIO.read(Path.of("../docs/screenshot.png").toFile());
        assertThat(List.of(taken.getWidth(), taken.getHeight()))
                .as("the picture in the documentation is of this size")
                .isEqualTo(List.of(shown.getWidth(), shown.getHeight()));
    }

    private void inspectTakingIn(Page page) {
        page.navigate(workspace.address() + "/mitglieder");
        page.getByRole(AriaRole.BUTTON, named("Mitglied aufnehmen")).click();
        Locator dialog = page.getByRole(AriaRole.DIALOG);
        dialog.getByRole(AriaRole.TEXTBOX).first().fill("Gül Şahin");
        dialog.getByRole(AriaRole.BUTTON).last().click();
        assertThat(dialog.getByText("Gib eine E-Mail-Adresse ein, zum Beispiel")).isVisible();
        Inspection.atEverySize(page, "aufnehmen");
        dialog.getByRole(AriaRole.TEXTBOX).nth(1).fill("guel@example.org");
        dialog.getByRole(AriaRole.BUTTON).last().click();
        assertThat(page.locator(".shown-once code")).isVisible();
        Inspection.atEverySize(page, "weitergeben");
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
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
}
