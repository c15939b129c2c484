package org.rotfaden.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// From an empty folder to the first log-in.
class FirstAdministratorTests {

    @Test
    void who_has_the_printed_address_becomes_the_first_administrator_and_nobody_after() {
        try (var workspace = Workspace.empty("first-administrator")) {
            String address = printedAddress(workspace);
            Page page = Browsers.wide(ColorScheme.LIGHT);

            page.navigate(workspace.address() + "/einrichten?schluessel=erraten");
            assertThat(page.getByRole(AriaRole.HEADING).first()).isVisible();
            assertThat(page.getByRole(AriaRole.TEXTBOX)).hasCount(0);

            page.navigate(address);
            assertThat(page.getByRole(AriaRole.TEXTBOX)).hasCount(4);
            page.getByRole(AriaRole.TEXTBOX).nth(0).fill("Gesine Anders");
            page.getByRole(AriaRole.TEXTBOX).nth(1).fill("gesine@verband.example");
            page.getByRole(AriaRole.TEXTBOX).nth(2).fill("ein langes Passwort");
            page.getByRole(AriaRole.TEXTBOX).nth(3).fill("ein langes Passwort");
            page.getByRole(AriaRole.BUTTON).last().click();
            assertThat(page).not().hasURL(Pattern.compile(".*einrichten.*"));

            page.navigate(address);
            assertThat(page.getByRole(AriaRole.HEADING).first()).isVisible();
            assertThat(page.getByRole(AriaRole.TEXTBOX)).hasCount(0);
        }
    }

    private static String printedAddress(Workspace workspace) {
        assertThat(workspace.program().errors()).isEmpty();
        assertThat(workspace.program().output())
                .hasSize(2)
                .first()
                .isEqualTo("Rotfaden is open: " + workspace.address());
        String sentence = "Create the first administrator: ";
        assertThat(workspace.program().output().getLast())
                .matches(sentence + "http://localhost:\\d+/einrichten\\?schluessel=[\\w-]{22}");
        return workspace.program().output().getLast().substring(sentence.length());
    }
}
