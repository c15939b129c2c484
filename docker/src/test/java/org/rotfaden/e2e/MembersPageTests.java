package org.rotfaden.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// The table of all members, and what is changed on the page of one of them.
class MembersPageTests extends WithSampleAssociation {

    @Test
    void they_are_narrowed_by_place_kind_and_office_and_the_address_says_so() {
        Page page = open("/mitglieder");
        Locator rows = page.locator(".table tbody tr");
        assertThat(rows).hasCount(50);
        page.getByLabel("Nach Name oder E-Mail suchen").fill("aydemir");
        assertThat(rows).hasCount(1);
        assertThat(page.getByText("1 Mitglied", exactly())).isVisible();
        assertThat(rows.first()).containsText("Abteilung Nordstadt");
        assertThat(rows.first()).containsText("Vorstand");
        assertThat(page).hasURL(Pattern.compile(".*\\?suche=aydemir"));
        page.getByLabel("Nach Name oder E-Mail suchen").fill("");
        page.getByLabel("Nur mit Amt").check();
        assertThat(page).hasURL(Pattern.compile(".*\\?amt.*"));
        page.reload();
        assertThat(page.getByLabel("Nur mit Amt")).isChecked();
        assertThat(rows.first()).isVisible();
        Inspection.atEverySize(page, "mitglieder");

        page.navigate(
                workspace.address() + "/mitglieder?in=abteilung-nordstadt&art=full&suche=bekir");
        assertThat(rows).hasCount(1);
        rows.first().getByText("Bekir Aydemir").click();
        assertThat(page).hasURL(Pattern.compile(".*/personen/bekir-aydemir"));
    }

    @Test
    void what_somebody_may_do_is_changed_on_her_page_and_taken_back() {
        Page page = open("/personen/dilek-sarikaya");
        act(page, "Nur noch lesen lassen");
        assertThat(page.getByText("darf jetzt nur noch lesen.")).isVisible();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Rückgängig")).click();
        Browsers.settle(page);
        page.reload();
        act(page, "Neues Passwort");
        assertThat(page.getByRole(AriaRole.ALERTDIALOG)).containsText("sofort abgemeldet");
        page.getByRole(AriaRole.ALERTDIALOG).getByText("Abbrechen").click();
    }

    @Test
    void others_find_nothing_to_administer_there() {
        Page page = Browsers.wide(ColorScheme.LIGHT);
        Door.open(page, workspace.address(), "bekir", "/personen/anna-lindqvist");
        assertThat(page.locator("main h1")).hasText("Anna Lindqvist");
        assertThat(page.locator("main vaadin-menu-bar")).isHidden();
    }

    private static void act(Page page, String name) {
        page.locator("main")
                .getByRole(AriaRole.MENUITEM, new Locator.GetByRoleOptions().setName("Verwalten"))
                .click();
        page.getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName(name)).click();
    }

    private static Page.GetByTextOptions exactly() {
        return new Page.GetByTextOptions().setExact(true);
    }

    private Page open(String path) {
        Page page = Browsers.wide(ColorScheme.LIGHT);
        Door.open(page, workspace.address(), "anna", path);
        page.waitForSelector(".page");
        return page;
    }
}
