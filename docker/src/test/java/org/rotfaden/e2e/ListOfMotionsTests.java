package org.rotfaden.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.SelectOption;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// The list of motions: what it shows, what narrows it, how motions come into it and leave it.
class ListOfMotionsTests extends WithSampleAssociation {

    @Test
    void what_narrows_the_list_is_in_its_address_and_stays() {
        Page page = open("emil", "/antraege");
        Locator rows = page.locator(".motions > li");
        assertThat(rows.first()).isVisible();
        page.getByLabel("Titel oder Nummer").fill("nachtbus");
        assertThat(rows).hasCount(1);
        assertThat(page).hasURL(Pattern.compile(".*/antraege\\?suche=nachtbus"));
        choose(page, "Was kommt zuerst?", "Nach Titel");
        assertThat(page).hasURL(Pattern.compile(".*suche=nachtbus.*"));
        assertThat(page).hasURL(Pattern.compile(".*zuerst=titel.*"));
        assertThat(page.getByLabel("Titel oder Nummer")).hasValue("nachtbus");
        page.reload();
        assertThat(rows).hasCount(1);
        assertThat(page.getByLabel("Titel oder Nummer")).hasValue("nachtbus");
        page.getByLabel("Titel oder Nummer").fill("gibtesnicht");
        assertThat(page.getByText("Dazu passt kein Antrag.")).isVisible();
        Inspection.atEverySize(page, "kein-antrag-passt");
        button(page, "Alle Anträge zeigen").click();
        assertThat(page).hasURL(workspace.address() + "/antraege");
        assertThat(rows.nth(3)).isVisible();
    }

    @Test
    void mine_and_those_of_a_place_can_be_chosen() {
        Page page = open("bekir", "/antraege");
        choose(page, "Wessen Anträge?", "Von mir begonnen");
        assertThat(page).hasURL(Pattern.compile(".*\\?meine.*"));
        assertThat(page.locator(".motions > li").first()).containsText("Bekir Aydemir");
        choose(page, "Wessen Anträge?", "Abteilung Nordstadt");
        assertThat(page).hasURL(Pattern.compile(".*von=gliederungen(/|%2F)abteilung-nordstadt.*"));
        assertThat(page.getByText("Ein Dach für die Haltestelle")).isVisible();
        assertThat(page).hasTitle(Pattern.compile("Anträge: Abteilung Nordstadt.*"));
    }

    @Test
    void a_new_motion_is_seen_by_others_once_it_has_a_title() {
        Page emil = open("emil", "/antraege");
        assertThat(emil.locator(".motions > li").first()).isVisible();
        Page bekir = open("bekir", "/");
        begin(bekir, "Bund Wendenmark");
        String number = bekir.url().replaceAll(".*/", "");
        Locator row = emil.locator("#motion-" + number);
        assertThat(emil.locator(".motions > li").first()).isVisible();
        assertThat(row).hasCount(0);
        bekir.focus(".rf-title");
        bekir.keyboard().type("Ein Titel für alle");
        assertThat(row).containsText("Ein Titel für alle");
        discard(bekir);
        assertThat(row).hasCount(0);
    }

    @Test
    void what_is_discarded_is_read_only_for_all_and_comes_back_with_every_word() {
        JsonNode motion =
                workspace.post(
                        "/api/motions", workspace.tokenOf("bekir"), "{\"title\":\"Verworfenes\"}");
        String path = "/antraege/" + motion.get("number").asString();
        MotionPage emil =
                MotionPage.open(
                        Browsers.wide(ColorScheme.LIGHT),
                        workspace.address(),
                        "emil",
                        motion.get("number").asInt());
        emil.type("Von Emil.");
        emil.awaitStatus("gespeichert");
        Page bekir = open("bekir", path);
        bekir.waitForSelector("[data-state=saved]");
        discard(bekir);
        assertThat(bekir).not().hasURL(Pattern.compile(".*" + path));

        emil.page().getByText("Verworfen von Bekir Aydemir").waitFor();
        emil.awaitStatus("nur lesen");
        assertThat(button(emil.page(), "Zurückholen")).hasCount(0);
        Inspection.atEverySize(emil.page(), "verworfen");

        bekir.navigate(workspace.address() + "/antraege?stand=verworfen");
        assertThat(bekir.locator(".motions .chip").first()).hasText("Verworfen");
        bekir.getByText("Verworfenes").click();
        button(bekir, "Zurückholen").click();
        emil.awaitStatus("gespeichert");
        emil.type(" Und noch etwas.");
        assertThat(bekir.locator(".rf-text")).containsText("Von Emil. Und noch etwas.");
        discard(bekir);
    }

    @Test
    void a_slip_is_taken_back_at_once() {
        JsonNode motion =
                workspace.post(
                        "/api/motions", workspace.tokenOf("bekir"), "{\"title\":\"Ausgerutscht\"}");
        Page page = open("bekir", "/antraege/" + motion.get("number").asString());
        page.waitForSelector("[data-state=saved]");
        discard(page);
        button(page, "Rückgängig").click();
        page.navigate(workspace.address() + "/antraege?suche=Ausgerutscht");
        assertThat(page.locator(".motions > li")).hasCount(1);
        page.getByText("Ausgerutscht").click();
        page.waitForSelector("[data-state=saved]");
        discard(page);
    }

    @Test
    void a_new_motion_is_of_the_place_one_is_in_or_ones_own() {
        Page page = open("bekir", "/gremien/vorstand-abteilung-nordstadt");
        ask(page);
        Locator dialog = page.locator("vaadin-dialog[opened]");
        assertThat(dialog.getByLabel("Für wen?")).containsText("Vorstand · Abteilung Nordstadt");
        page.keyboard().press("Escape");
        page.navigate(workspace.address() + "/konto");
        ask(page);
        assertThat(dialog.getByLabel("Für wen?")).containsText("Für mich allein");
        Inspection.atEverySize(page, "neuer-antrag");
    }

    private static void ask(Page page) {
        page.locator(".rail")
                .getByLabel("Neu", new Locator.GetByLabelOptions().setExact(true))
                .click();
        page.getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName("Neuer Antrag"))
                .click();
    }

    private static void begin(Page page, String owner) {
        ask(page);
        page.getByLabel("Für wen?").click();
        page.getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName(owner).setExact(true))
                .click();
        button(page, "Antrag beginnen").click();
        page.waitForSelector("[data-state=saved]");
    }

    private static void discard(Page page) {
        page.locator(".motion-head")
                .getByRole(AriaRole.MENUITEM, new Locator.GetByRoleOptions().setName("Verwalten"))
                .click();
        page.getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName("Verwerfen")).click();
        assertThat(page.getByText("Der Antrag ist verworfen.")).isVisible();
    }

    private static void choose(Page page, String label, String option) {
        page.getByLabel(label, new Page.GetByLabelOptions().setExact(true))
                .selectOption(new SelectOption().setLabel(option));
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private Page open(String member, String path) {
        Page page = Browsers.wide(ColorScheme.LIGHT);
        Door.open(page, workspace.address(), member, path);
        page.waitForSelector(".page");
        return page;
    }
}
