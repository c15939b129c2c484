package org.rotfaden.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.RequestOptions;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// By what one comes in, and how it ends.
class AccountPageTests extends WithSampleAssociation {

    private static final Pattern DOOR = Pattern.compile(".*/anmelden.*");

    private String email;
    private String password;

    @BeforeEach
    void somebody_new() {
        email = "neu-" + UUID.randomUUID() + "@example.org";
        password =
                workspace
                        .post(
                                "/api/members",
                                workspace.tokenOf("anna"),
                                "{\"name\":\"Nele Neu\",\"email\":\"%s\",\"right\":\"READ\"}"
                                        .formatted(email))
                        .get("password")
                        .asString();
    }

    @Test
    void one_sees_where_one_is_logged_in_and_ends_what_one_does_not_know() {
        Page here = open(true, "/konto");
        Page elsewhere = open(false, "/konto");
        section(elsewhere, "Anmeldungen").locator("vaadin-button").last().scrollIntoViewIfNeeded();
        Inspection.picture(elsewhere, "konto-anmeldungen-auf-dem-telefon");
        here.reload();
        Locator logins = section(here, "Anmeldungen");
        assertThat(logins.getByRole(AriaRole.LISTITEM)).hasCount(2);
        assertThat(logins).containsText("Chrome, Linux");
        assertThat(logins.getByText("Dieser Browser")).hasCount(1);
        Inspection.atEverySize(here, "konto-anmeldungen");

        logins.getByText("Beenden", new Locator.GetByTextOptions().setExact(true)).click();
        Locator question = here.getByRole(AriaRole.ALERTDIALOG);
        assertThat(question).containsText("Was dort offen ist, schließt sich sofort.");
        Inspection.of(here, "konto-anmeldung-beenden");
        question.getByText("Beenden", new Locator.GetByTextOptions().setExact(true)).click();

        assertThat(logins.getByRole(AriaRole.LISTITEM)).hasCount(1);
        assertThat(here.locator("vaadin-notification-card")).hasText("Die Anmeldung ist beendet.");
        assertThat(logins.getByRole(AriaRole.HEADING)).isFocused();
        assertThat(logins.getByText("Alle anderen beenden")).isHidden();
        assertThat(elsewhere).hasURL(DOOR);
        here.reload();
        assertThat(here).hasURL(Pattern.compile(".*/konto"));
    }

    @Test
    void all_other_log_ins_end_at_once_in_english_too() {
        Page here = open(true, "/konto");
        Door.unfoldSelf(here);
        here.getByText("English", new Page.GetByTextOptions().setExact(true)).first().click();
        Page one = open(false, "/konto");
        Page other = open(false, "/antraege");
        here.reload();
        here.getByText("End all others").click();
        here.getByRole(AriaRole.ALERTDIALOG)
                .getByText("End", new Locator.GetByTextOptions().setExact(true))
                .click();
        assertThat(one).hasURL(DOOR);
        assertThat(other).hasURL(DOOR);
        assertThat(here.getByText("This browser")).isVisible();
    }

    @Test
    void a_new_password_ends_other_log_ins_and_tokens_and_says_so() {
        Page here = open(true, "/konto");
        Page elsewhere = open(false, "/konto");
        Locator tokens = section(here, "Zugangstoken");
        tokens.getByText("Zugangstoken anlegen").click();
        String token = tokens.locator("code").textContent();
        assertThat(workspace.get("/api/logins", token)).hasSize(2);

        Locator fields = here.locator("vaadin-password-field input");
        fields.first().fill(password);
        fields.last().fill("lieber dieses hier");
        here.locator("vaadin-password-field ~ vaadin-button").click();

        assertThat(here.locator("vaadin-notification-card"))
                .containsText("alle Zugangstoken sind widerrufen");
        assertThat(elsewhere).hasURL(DOOR);
        assertThat(tokens.getByRole(AriaRole.LISTITEM)).hasCount(0);
        assertThat(
                        here.request()
                                .get(
                                        workspace.address() + "/api/members/me",
                                        RequestOptions.create()
                                                .setHeader("Authorization", "Bearer " + token))
                                .status())
                .isEqualTo(401);
    }

    private static Locator section(Page page, String title) {
        return page.locator("section")
                .filter(
                        new Locator.FilterOptions()
                                .setHas(
                                        page.getByRole(
                                                AriaRole.HEADING,
                                                new Page.GetByRoleOptions().setName(title))));
    }

    private Page open(boolean wide, String path) {
        Page page = wide ? Browsers.wide(ColorScheme.LIGHT) : Browsers.narrow(ColorScheme.LIGHT);
        Door.open(page, workspace.address(), email, password, path);
        page.waitForSelector(".page");
        return page;
    }
}
