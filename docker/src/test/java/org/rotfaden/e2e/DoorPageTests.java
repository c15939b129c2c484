package org.rotfaden.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ForcedColors;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// The page on which people log in, as they meet it.
class DoorPageTests extends WithSampleAssociation {

    /// Presses the button twice and tells which of the two was sent; nothing goes out.
    private static final String PRESSED_TWICE =
            """
            () => {
                const sent = [];
                const hold = submit => {
                    sent.push(!submit.defaultPrevented);
                    submit.preventDefault();
                };
                addEventListener('submit', hold);
                const button = document.querySelector('form.log-in .primary');
                button.click();
                button.click();
                removeEventListener('submit', hold);
                return sent;
            }
            """;

    @Test
    void after_a_wrong_password_going_back_and_the_other_language_send_nothing_again() {
        Page page = Browsers.narrow(ColorScheme.LIGHT);
        page.navigate(workspace.address() + "/anmelden?ziel=/konto");
        List<String> sent = new CopyOnWriteArrayList<>();
        page.onRequest((Request request) -> sent.add(request.method()));
        page.getByText("Passwort vergessen? So geht es").click();
        assertThat(page.getByText("Bitte die Verwaltung deines Verbands")).isVisible();
        page.fill("#email", "jémand@example.org");
        page.fill("#password", "geraten");
        page.keyboard().press("Enter");
        Locator alert = page.getByRole(AriaRole.ALERT);
        assertThat(alert).containsText("Das hat nicht gepasst.");
        assertThat(page).hasURL(Pattern.compile(".*/anmelden\\?fehler=falsch&ziel=/?.*konto"));
        assertThat(page).hasTitle(Pattern.compile("Das hat nicht gepasst\\..*"));
        assertThat(page.locator("#email")).hasValue("jémand@example.org");
        assertThat(page.locator("#password")).isFocused();

        page.getByText("English").click();
        assertThat(alert).containsText("That didn’t match.");
        assertThat(page.locator("#email")).hasValue("jémand@example.org");
        page.goBack();
        assertThat(page.locator("#email")).hasValue("jémand@example.org");
        page.reload();
        assertThat(page.locator("#email")).hasValue("jémand@example.org");
        assertThat(sent).filteredOn("POST"::equals).hasSize(1);

        page.fill("#email", "emil@example.org");
        page.fill("#password", "rotfaden");
        page.keyboard().press("Enter");
        assertThat(page).hasURL(workspace.address() + "/konto");
        assertThat(page.context().cookies())
                .noneMatch(cookie -> cookie.name.equals("rotfaden-typed"));
    }

    @Test
    void what_was_typed_as_an_address_goes_along_into_the_other_language() {
        Page page = Browsers.narrow(ColorScheme.LIGHT);
        page.navigate(workspace.address() + "/anmelden");
        page.fill("#email", "emil@example.org");
        page.getByText("English").click();
        assertThat(page.locator("html")).hasAttribute("lang", "en");
        assertThat(page.locator("#email")).hasValue("emil@example.org");
        page.navigate(workspace.address() + "/anmelden");
        assertThat(page.locator("#email")).hasValue("");
    }

    @Test
    void what_is_missing_is_said_beside_its_field() {
        Page page = Browsers.narrow(ColorScheme.LIGHT);
        page.navigate(workspace.address() + "/anmelden");
        page.click("form.log-in .primary");
        assertThat(page.locator("#email-missing")).isVisible();
        assertThat(page.locator("#password-missing")).isVisible();
        page.fill("#email", "emil@example.org");
        page.click("form.log-in .primary");
        assertThat(page.locator("#email-missing")).isHidden();
        assertThat(page.locator("#password-missing")).isVisible();
        assertThat(page.locator("#email")).hasValue("emil@example.org");
    }

    @Test
    void whoever_stands_in_line_is_told_so_and_stands_there_once() {
        Page page = Browsers.narrow(ColorScheme.LIGHT);
        page.navigate(workspace.address() + "/anmelden");
        page.fill("#email", "emil@example.org");
        page.fill("#password", "rotfaden");
        Locator status = page.getByRole(AriaRole.STATUS);
        assertThat(status).isEmpty();
        assertThat(page.evaluate(PRESSED_TWICE)).isEqualTo(List.of(true, false));
        assertThat(status).hasText("Einen Moment, bitte …");
        assertThat(status).containsText("wartest du in einer Schlange");
        Inspection.picture(page, "anmelden-wartet");
        page.fill("#password", "rotfaden-");
        assertThat(status).isEmpty();
        assertThat(page.evaluate(PRESSED_TWICE)).isEqualTo(List.of(true, false));
    }

    @Test
    void large_text_does_not_scroll_sideways_and_forced_colours_leave_the_button_its_edge() {
        Page page = Browsers.narrow(ColorScheme.LIGHT);
        page.navigate(workspace.address() + "/anmelden");
        page.evaluate("document.documentElement.style.fontSize = '200%'");
        Inspection.picture(page, "anmelden-grosse-schrift");
        assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                .isTrue();
        page.emulateMedia(new Page.EmulateMediaOptions().setForcedColors(ForcedColors.ACTIVE));
        assertThat(
                        page.locator("form.log-in .primary")
                                .evaluate("button => getComputedStyle(button).borderStyle"))
                .isEqualTo("solid");
    }
}
