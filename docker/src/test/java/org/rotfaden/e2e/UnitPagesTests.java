package org.rotfaden.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// The trees of units as list and picture, and a unit's page with what is done there.
class UnitPagesTests extends WithSampleAssociation {

    private static final String NORDSTADT = "/gliederungen/abteilung-nordstadt";

    @Test
    void all_pages_of_the_association_pass_axe_at_every_size() {
        Page page = Browsers.wide(ColorScheme.LIGHT);
        Door.open(page, workspace.address(), "anna", "/gliederungen");
        for (String path :
                List.of(
                        "gliederungen",
                        "gliederungen?bild",
                        "gliederungen/landesverband-wendenmark",
                        "gliederungen/abteilung-nordstadt",
                        "gliederungen/abteilung-nordstadt/antraege",
                        "gliederungen/abteilung-nordstadt/menschen",
                        "gliederungen/abteilung-nordstadt/ueber",
                        "gliederungen/abteilung-speicherstadt",
                        "gremien/vorstand-abteilung-nordstadt",
                        "gruppen",
                        "gruppen/arbeitskreis-verkehr",
                        "gruppen/arbeitskreis-verkehr/menschen",
                        "gruppen/arbeitskreis-verkehr/ueber",
                        "personen/bekir-aydemir",
                        "verband")) {
            page.navigate(workspace.address() + "/" + path);
            page.waitForSelector(".page h1");
            Inspection.atEverySize(page, path.replaceAll("[/?]", "-"));
        }
    }

    @Test
    void the_tree_is_walked_by_keyboard_alone_as_list_and_as_picture() {
        Page page = Browsers.wide(ColorScheme.LIGHT);
        Door.open(page, workspace.address(), "clara", "/gliederungen");
        Locator hafen = page.getByLabel("Was unter Stadtverband Hafen steht");
        assertThat(hafen).hasAttribute("aria-expanded", "false");
        hafen.focus();
        page.keyboard().press("Enter");
        assertThat(hafen).hasAttribute("aria-expanded", "true");
        page.keyboard().press("Tab");
        page.keyboard().press("Tab");
        page.keyboard().press("Enter");
        assertThat(page.locator("h1")).hasText("Abteilung Am Speicher");

        page.navigate(workspace.address() + "/gliederungen?bild");
        Locator knot = page.locator(".drawing a").filter(containing("Abteilung Südufer"));
        knot.focus();
        page.keyboard().press("Enter");
        assertThat(page.locator("h1")).hasText("Abteilung Südufer");
    }

    @Test
    void whoever_administers_renames_and_takes_it_back_and_others_see_it_at_once() {
        Page anna = Browsers.wide(ColorScheme.LIGHT);
        Page clara = Browsers.narrow(ColorScheme.LIGHT);
        Door.open(anna, workspace.address(), "anna", "/gliederungen/ortsverein-altenbach");
        Door.open(clara, workspace.address(), "clara", "/gliederungen/ortsverein-altenbach");
        assertThat(clara.locator("h1")).hasText("Ortsverein Altenbach");
        assertThat(clara.getByText("Verwalten")).hasCount(0);

        act(anna, "Umbenennen");
        anna.getByRole(AriaRole.DIALOG).getByLabel("Name").fill("Ortsverein Neuenbach");
        anna.getByRole(AriaRole.DIALOG).getByText("Umbenennen", exactly()).click();
        assertThat(clara.locator("h1")).hasText("Ortsverein Neuenbach");

        anna.getByRole(AriaRole.BUTTON, named("Rückgängig")).click();
        assertThat(clara.locator("h1")).hasText("Ortsverein Altenbach");
        assertThat(clara).hasURL(workspace.address() + "/gliederungen/ortsverein-altenbach");
    }

    /// What a name has in it may not be seen: which one it is, is said beside it.
    @Test
    void a_name_that_cannot_be_read_is_told_beside_its_field() {
        Page anna = Browsers.wide(ColorScheme.LIGHT);
        Door.open(anna, workspace.address(), "anna", "/gliederungen/ortsverein-altenbach");
        act(anna, "Umbenennen");
        Locator dialog = anna.getByRole(AriaRole.DIALOG);
        Locator kind = dialog.locator("vaadin-text-field").last();
        kind.locator("input").fill("Verein\u202e");
        dialog.getByText("Umbenennen", exactly()).click();
        assertThat(kind).hasAttribute("invalid", "");
        assertThat(kind).containsText("unsichtbare Zeichen");
        assertThat(dialog.locator("[aria-invalid=true]")).hasCount(1);
        anna.keyboard().press("Escape");

        act(anna, "Teilen");
        Locator parts = dialog.locator("vaadin-text-field");
        parts.first().locator("input").fill("Altenbach");
        parts.nth(1).locator("input").fill("\u200b");
        dialog.getByText("Weiter").click();
        assertThat(parts.nth(1)).hasAttribute("invalid", "");
        assertThat(dialog.locator("[aria-invalid=true]")).hasCount(1);

        anna.navigate(workspace.address() + "/mitglieder");
        anna.locator(".page-head vaadin-button").click();
        dialog.getByLabel("Name").fill("Finn\u202e");
        dialog.getByLabel("E-Mail").fill("finn.umgekehrt@example.org");
        dialog.getByText("Aufnehmen", exactly()).click();
        assertThat(dialog.locator("vaadin-text-field[invalid]"))
                .containsText("unsichtbare Zeichen");

        anna.navigate(workspace.address() + "/gruppen/gruenden");
        anna.getByLabel("Name").fill("Arbeitskreis Fähren");
        anna.getByLabel("Zweck").fill("Fähren\u202e");
        anna.locator("main").getByText("Gründen", exactly()).click();
        assertThat(anna.locator("vaadin-text-area[invalid]")).containsText("unsichtbare Zeichen");
        assertThat(anna.locator("[aria-invalid=true]")).hasCount(1);
    }

    @Test
    void merging_is_confirmed_with_its_effect_in_numbers_and_the_old_pages_stay() {
        Page anna = Browsers.wide(ColorScheme.LIGHT);
        Door.open(anna, workspace.address(), "anna", "/gliederungen/ortsverein-oberwiede");
        act(anna, "Zusammenlegen");
        Locator dialog = anna.getByRole(AriaRole.DIALOG);
        dialog.getByRole(AriaRole.COMBOBOX).click();
        anna.getByRole(AriaRole.OPTION, named("Ortsverein Tannhausen")).click();
        anna.keyboard().press("Escape");
        dialog.getByLabel("Name der neuen Gliederung").fill("Ortsverein Wiedetal");
        dialog.getByText("Weiter").click();
        Locator question = anna.getByRole(AriaRole.ALERTDIALOG);
        assertThat(question).containsText("4 Mitglieder");
        question.getByText("Zusammenlegen", new Locator.GetByTextOptions().setExact(true)).click();
        assertThat(anna.locator("h1")).hasText("Ortsverein Wiedetal");
        anna.locator(".tabs").getByText("Über", exactly()).click();
        assertThat(anna.locator(".thread")).containsText("Ortsverein Oberwiede");
        anna.navigate(workspace.address() + "/gliederungen/ortsverein-oberwiede");
        assertThat(anna.locator(".thread")).containsText("Ortsverein Wiedetal");
    }

    @Test
    void known_people_are_taken_in_and_go_where_they_are_put_when_the_unit_is_split() {
        String token = workspace.tokenOf("anna");
        JsonNode above = workspace.get("/api/units/by-slug/kreisverband-ulmental", token);
        JsonNode unit =
                workspace.post(
                        "/api/units",
                        token,
                        "{\"tree\": \"%s\", \"parent\": \"%s\", \"level\": 3, \"name\": \"Probe\"}"
                                .formatted(
                                        above.get("treeId").asString(),
                                        above.get("id").asString()));
        admit("Paula Probst", token);
        admit("Pit Probst", token);
        Page anna = Browsers.wide(ColorScheme.LIGHT);
        Door.open(
                anna,
                workspace.address(),
                "anna",
                "/gliederungen/" + unit.get("slug").asString() + "/menschen");
        Locator members = anna.locator(".members");
        takeInKnown(anna, "Paula Probst");
        assertThat(members).containsText("Paula Probst");
        anna.getByRole(AriaRole.BUTTON, named("Rückgängig")).click();
        assertThat(anna.getByText("Paula Probst")).hasCount(0);
        takeInKnown(anna, "Paula Probst");
        takeInKnown(anna, "Pit Probst");
        assertThat(members).containsText("Pit Probst");

        act(anna, "Teilen");
        Locator dialog = anna.getByRole(AriaRole.DIALOG);
        dialog.getByLabel("Teil 1").fill("Probe Nord");
        dialog.getByLabel("Teil 2", new Locator.GetByLabelOptions().setExact(true))
                .fill("Probe Süd");
        dialog.getByRole(AriaRole.COMBOBOX).first().click();
        anna.getByRole(AriaRole.OPTION, named("Pit Probst")).click();
        anna.keyboard().press("Escape");
        Inspection.atEverySize(anna, "teilen");
        dialog.getByText("Weiter").click();
        Locator question = anna.getByRole(AriaRole.ALERTDIALOG);
        assertThat(question).containsText("Probe Nord: 1 Mitglied, Probe Süd: 1 Mitglied");
        question.getByText("Teilen", new Locator.GetByTextOptions().setExact(true)).click();
        assertThat(anna.locator(".thread")).containsText("Probe Nord");
        anna.locator(".thread").getByText("Probe Süd").click();
        assertThat(anna.locator("h1")).hasText("Probe Süd");
        anna.locator(".tabs").getByText("Menschen").click();
        assertThat(members).containsText("Pit Probst");
        assertThat(members).not().containsText("Paula Probst");
    }

    /// Loads the page anew first: one that is about to show the last change takes no click.
    private void takeInKnown(Page page, String person) {
        page.reload();
        page.waitForSelector(".page h1");
        page.getByText("Mitglied aufnehmen").click();
        Locator dialog = page.getByRole(AriaRole.DIALOG);
        dialog.getByLabel("eine Person, die schon im Verband ist").check();
        dialog.getByLabel("Person", new Locator.GetByLabelOptions().setExact(true)).fill(person);
        page.getByRole(AriaRole.OPTION).getByText(person).click();
        dialog.getByText("Aufnehmen", exactly()).click();
        assertThat(page.getByText(person + " ist in Probe aufgenommen.")).isVisible();
    }

    private void admit(String name, String token) {
        String email = name.replace(' ', '.') + "@example.org";
        workspace.post(
                "/api/members",
                token,
                "{\"name\": \"%s\", \"email\": \"%s\", \"right\": \"WRITE\"}"
                        .formatted(name, email));
    }

    @Test
    void who_becomes_a_member_later_is_listed_and_called_off() {
        Page anna = Browsers.wide(ColorScheme.LIGHT);
        Door.open(anna, workspace.address(), "anna", "/gliederungen/abteilung-suedufer/menschen");
        anna.getByText("Mitglied aufnehmen").click();
        Locator dialog = anna.getByRole(AriaRole.DIALOG);
        dialog.getByLabel("Name").fill("Zora Zukunft");
        dialog.getByLabel("E-Mail").fill("zora-zukunft@example.org");
        dialog.getByLabel("Ab", new Locator.GetByLabelOptions().setExact(true)).fill("1.1.2999");
        dialog.getByText("Aufnehmen", exactly()).click();
        anna.locator(".shown-once").waitFor();
        anna.reload();
        Locator coming = anna.locator("section h3 + ul.members");
        assertThat(coming).containsText("ab 1. Januar 2999");
        anna.getByLabel("Absagen: Zora Zukunft").click();
        assertThat(anna.getByText("Kommen noch dazu")).hasCount(0);
        anna.getByText("Rückgängig").click();
        assertThat(coming).containsText("Zora Zukunft");
    }

    /// Bekir chairs the unit: he administers it, and nothing above or beside it.
    @Test
    void a_chair_administers_the_own_unit_and_neither_upward_nor_sideways() {
        Page page = Browsers.wide(ColorScheme.LIGHT);
        Door.open(page, workspace.address(), "bekir", NORDSTADT);
        page.getByRole(AriaRole.MENUITEM, named("Verwalten")).click();
        assertThat(page.getByRole(AriaRole.MENUITEM, named("Umbenennen"))).isVisible();
        assertThat(page.getByRole(AriaRole.MENUITEM, named("Auflösen"))).hasCount(0);
        for (String other : List.of("stadtverband-hafen", "abteilung-suedufer")) {
            page.navigate(workspace.address() + "/gliederungen/" + other);
            page.waitForSelector("h1");
            assertThat(page.getByRole(AriaRole.MENUITEM, named("Verwalten"))).hasCount(0);
        }
        assertThat(page.navigate(workspace.address() + "/gliederungen/nirgends").status())
                .isEqualTo(404);
    }

    private static void act(Page page, String what) {
        page.getByRole(AriaRole.MENUITEM, named("Verwalten")).click();
        page.getByRole(AriaRole.MENUITEM, named(what)).click();
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }

    private static Locator.FilterOptions containing(String text) {
        return new Locator.FilterOptions().setHasText(text);
    }

    private static Locator.GetByTextOptions exactly() {
        return new Locator.GetByTextOptions().setExact(true);
    }
}
