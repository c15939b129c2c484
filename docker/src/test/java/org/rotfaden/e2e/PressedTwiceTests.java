package org.rotfaden.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.time.Duration;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// A double click, Enter twice: on a line on which the second is on its way before the first was
/// answered. One thing is made.
class PressedTwiceTests extends WithSampleAssociation {

    private static final Duration ONE_WAY = Duration.ofMillis(150);

    private final Cable cable = new Cable(workspace.port());
    private final String anna = workspace.tokenOf("anna");
    private final String name = "Zweimal " + UUID.randomUUID();

    @AfterEach
    void mend() {
        Browsers.closeAll();
        cable.close();
    }

    @Test
    void a_group_is_founded_once() {
        Page page = open("/gruppen/gruenden");
        page.getByLabel("Name").fill(name);
        button(page, "Gründen").dblclick();
        page.waitForURL("**/gruppen/zweimal-*");
        Browsers.settle(page);
        assertThat(named("/api/groups?most=200")).isEqualTo(1);
    }

    @Test
    void a_group_is_founded_once_by_enter_on_the_button() {
        Page page = open("/gruppen/gruenden");
        page.getByLabel("Name").fill(name);
        button(page, "Gründen").focus();
        page.keyboard().press("Enter");
        page.keyboard().press("Enter");
        page.waitForURL("**/gruppen/zweimal-*");
        Browsers.settle(page);
        assertThat(named("/api/groups?most=200")).isEqualTo(1);
    }

    @Test
    void a_motion_is_begun_once() {
        int before = motions().size();
        Page page = open("/antraege");
        button(page, "Neuer Antrag").dblclick();
        assertThat(page.locator("vaadin-dialog[opened]")).hasCount(1);
        button(page, "Antrag beginnen").dblclick();
        page.waitForURL(Pattern.compile(".*/antraege/\\d+"));
        Browsers.settle(page);
        assertThat(motions()).hasSize(before + 1);
    }

    @Test
    void a_member_is_taken_in_once_and_a_refusal_leaves_the_dialog_at_work() {
        Page page = open("/mitglieder");
        button(page, "Mitglied aufnehmen").dblclick();
        Locator dialog = page.locator("vaadin-dialog[opened]");
        assertThat(dialog).hasCount(1);
        dialog.getByLabel("Name").fill(name);
        Locator email = dialog.getByLabel("E-Mail");
        email.fill("anna@example.org");
        page.keyboard().press("Enter");
        page.keyboard().press("Enter");
        assertThat(dialog).containsText("Diese E-Mail-Adresse");
        assertThat(email).isFocused();
        email.fill(UUID.randomUUID() + "@example.org");
        page.keyboard().press("Enter");
        page.keyboard().press("Enter");
        assertThat(page.locator("vaadin-dialog[opened] code")).hasCount(1);
        Browsers.settle(page);
        assertThat(page.locator("vaadin-dialog[opened]")).hasCount(1);
        assertThat(page.locator(".trouble")).hasCount(0);
        assertThat(named("/api/members?most=200")).isEqualTo(1);
    }

    @Test
    void somebody_is_invited_once() {
        String group =
                workspace
                        .post(
                                "/api/groups",
                                anna,
                                """
                                {"name":"%s","purpose":"","kind":"WORKING_GROUP",
                                "admission":"INVITED","units":[]}
                                """
                                        .formatted(name))
                        .get("slug")
                        .asString();
        Page page = open("/gruppen/" + group);
        page.getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName("Verwalten")).click();
        page.getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName("Einladen")).click();
        Locator dialog = page.locator("vaadin-dialog[opened]");
        dialog.locator("input").fill("Bekir");
        page.locator("vaadin-combo-box-item").first().click();
        button(dialog, "Einladen").dblclick();
        assertThat(page.locator("vaadin-notification-card")).containsText("ist eingeladen");
        Browsers.settle(page);
        assertThat(page.locator("vaadin-notification-card")).hasCount(1);
        assertThat(dialog).hasCount(0);
    }

    @Test
    void an_access_token_is_made_once_and_then_another() {
        int before = workspace.get("/api/tokens", anna).size();
        Page page = open("/konto");
        Locator make = button(page, "Zugangstoken anlegen");
        make.dblclick();
        page.waitForSelector("code");
        Browsers.settle(page);
        assertThat(workspace.get("/api/tokens", anna)).hasSize(before + 1);
        make.click();
        Browsers.settle(page);
        assertThat(workspace.get("/api/tokens", anna)).hasSize(before + 2);
    }

    /// The focus is on what is shown once.
    @Test
    void enter_after_a_token_was_made_copies_it_and_makes_no_other() {
        int before = workspace.get("/api/tokens", anna).size();
        Page page = open("/konto");
        button(page, "Zugangstoken anlegen").press("Enter");
        assertThat(button(page, "Kopieren")).isFocused();
        page.keyboard().press("Enter");
        Browsers.settle(page);
        assertThat(workspace.get("/api/tokens", anna)).hasSize(before + 1);
    }

    private Page open(String path) {
        Page page = Browsers.wide(ColorScheme.LIGHT);
        Door.open(page, cable.address(), "anna", path);
        page.waitForSelector(".page");
        cable.slow(ONE_WAY);
        return page;
    }

    private JsonNode motions() {
        return workspace.get("/api/motions?most=200", anna).get("items");
    }

    private long named(String path) {
        return StreamSupport.stream(workspace.get(path, anna).get("items").spliterator(), false)
                .filter(each -> each.get("name").asString().equals(name))
                .count();
    }

    private static Locator button(Page page, String words) {
        return button(page.locator("body"), words);
    }

    private static Locator button(Locator within, String words) {
        return within.locator("vaadin-button:visible")
                .filter(new Locator.FilterOptions().setHasText(words))
                .first();
    }
}
