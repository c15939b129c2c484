package org.rotfaden.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Boards are elected, groups are founded and handed over, offices end while their holders write.
class BodiesAndGroupsTests extends WithMortalWorkspace {

    @BeforeAll
    static void found() {
        Workspace workspace = Workspace.mortal();
        workspace.ensureAlive();
        Teststadt.foundIn(workspace);
    }

    /// At 320 pixels a laptop shows it at 400 %.
    @ParameterizedTest
    @ValueSource(ints = {1280, 320})
    void a_new_board_is_elected_by_keyboard_alone_and_that_is_taken_back(int width) {
        Page page = open(true, "anna", Teststadt.BOARD + "/neu-gewaehlt");
        page.setViewportSize(width, 900);
        page.waitForSelector(".seat-fields");
        tabTo(page, "Gewählt von");
        page.keyboard().type("Jahreshauptversammlung");
        choose(page, "Person", "Bekir Aydemir");
        tabTo(page, "Wie bisher: Beisitz");
        page.keyboard().press("Enter");
        page.reload();
        assertThat(page.getByLabel("Person").first()).hasValue("Bekir Aydemir");
        Inspection.atEverySize(page, "neu-gewaehlt");
        tabTo(page, "Neuwahl eintragen");
        page.keyboard().press("Enter");
        Locator question = page.getByRole(AriaRole.ALERTDIALOG);
        assertThat(question)
                .containsText(
                        "1 Person scheidet aus und verliert damit Schreibrechte in „Vorstand“ und"
                                + " OV Teststadt, 1 kommt hinzu. 2 Plätze bleiben frei.");
        Inspection.of(page, "neu-gewaehlt-frage");
        tabTo(page, "Neuwahl eintragen");
        page.keyboard().press("Enter");
        Locator offices = page.locator(".offices");
        assertThat(offices).containsText("Bekir Aydemir");
        assertThat(offices).not().containsText("Dilek");
        page.getByText("Rückgängig").click();
        assertThat(offices).containsText("Dilek");
        assertThat(offices).not().containsText("Bekir");
    }

    @Test
    void a_past_board_goes_on_record_and_none_that_would_end_the_present_one() {
        Page page = open(true, "anna", Teststadt.BOARD + "/neu-gewaehlt");
        page.waitForSelector(".seat-fields");
        choose(page, "Person", "Bekir Aydemir");
        day(page, "Erster Tag im Amt", "2021-01-01");
        assertThat(page.getByLabel("Letzter Tag im Amt")).hasValue("31.12.2022");
        day(page, "Letzter Tag im Amt", "2099-12-31");
        press(page, "Neuwahl eintragen");
        assertThat(page.locator(".election"))
                .containsText("In dieser Amtszeit beginnt schon eine andere");
        Inspection.of(page, "neu-gewaehlt-zu-frueh");
        day(page, "Letzter Tag im Amt", "2022-12-31");
        press(page, "Neuwahl eintragen");
        Locator question = page.getByRole(AriaRole.ALERTDIALOG);
        assertThat(question).containsText("kommt nur in die Geschichte: 1 Person.");
        Inspection.of(page, "neu-gewaehlt-vergangen");
        question.locator("vaadin-button")
                .filter(new Locator.FilterOptions().setHasText("Neuwahl eintragen"))
                .click();
        assertThat(page.locator(".offices")).containsText("Dilek");
        assertThat(page.locator(".record")).containsText("Bekir Aydemir");
        Inspection.of(page, "gremium-mit-vergangener-wahl");
        page.getByText("Rückgängig").click();
        assertThat(page.locator(".record")).hasCount(0);
    }

    @Test
    void who_loses_the_right_to_elect_while_filling_in_is_told_why() {
        Page dilek = open(false, "dilek", Teststadt.BOARD + "/neu-gewaehlt");
        dilek.getByLabel("Gewählt von").fill("Jahreshauptversammlung");
        dilek.getByLabel("Wie bisher: Vorsitz").click();
        press(dilek, "Neuwahl eintragen");
        assertThat(dilek.getByRole(AriaRole.ALERTDIALOG)).hasCount(1);
        Page anna = open(true, "anna", Teststadt.BOARD);
        endOfficeOfChair(anna);
        assertThat(dilek.locator(".trouble")).containsText("wer es verwaltet");
        assertThat(dilek.getByRole(AriaRole.ALERTDIALOG)).hasCount(0);
        assertThat(dilek.locator(".seat-fields")).hasCount(0);
        Inspection.atEverySize(dilek, "neu-gewaehlt-ohne-recht");
        anna.getByText("Rückgängig").click();
        assertThat(anna.locator(".offices")).containsText("Dilek");
    }

    /// Clara leaves the association, and takes that back.
    @Test
    void who_leaves_sees_no_bodies_until_she_is_a_member_again() {
        String token = workspace.tokenOf("clara");
        String membership =
                workspace.get("/api/members/me/memberships", token).get(0).get("id").asString();
        Page clara = open(false, "clara", Teststadt.BOARD);
        assertThat(clara.locator(".offices")).containsText("Dilek");
        workspace.post(
                "/api/memberships/" + membership + "/end",
                token,
                "{\"lastDay\": \"%s\"}"
                        .formatted(LocalDate.now(ZoneId.of("Europe/Berlin")).minusDays(1)));
        try {
            Locator why = clara.getByText("Du bist nicht mehr Mitglied des Verbands");
            for (String path : List.of(Teststadt.BOARD, "/gliederungen/teststadt", "/antraege")) {
                assertThat(why).isVisible();
                assertThat(clara.locator("main")).not().containsText("Dilek");
                clara.navigate(workspace.address() + path);
            }
            assertThat(why).isVisible();
            Inspection.atEverySize(clara, "antraege-ausgetreten");
            clara.navigate(workspace.address() + "/konto");
            assertThat(clara.getByText("Austritt zurücknehmen")).isVisible();
            Inspection.of(clara, "konto-ausgetreten");
        } finally {
            workspace.post("/api/memberships/" + membership + "/continue", token, "{}");
        }
        assertThat(clara.getByText("Austritt zurücknehmen")).hasCount(0);
        clara.navigate(workspace.address() + Teststadt.BOARD);
        assertThat(clara.locator(".offices")).containsText("Dilek");
    }

    @Test
    void the_pages_of_bodies_and_groups_pass_axe_at_every_size() {
        Page page = open(true, "anna", Teststadt.BOARD);
        page.waitForSelector(".offices");
        Inspection.atEverySize(page, "gremium");
        manage(page, "Gremium ändern");
        Inspection.atEverySize(page, "gremium-aendern");
        page.navigate(workspace.address() + "/gruppen");
        page.waitForSelector(".groups-page");
        Inspection.atEverySize(page, "gruppen");
    }

    @Test
    void a_number_that_cannot_be_is_refused_with_words() {
        Page page = open(true, "anna", Teststadt.BOARD);
        manage(page, "Gremium ändern");
        page.getByLabel("Amtszeit in Monaten").fill("61");
        page.keyboard().press("Tab");
        assertThat(page.getByText("Gib eine ganze Zahl von 1 bis 60 ein.")).isVisible();
    }

    @Test
    void a_group_is_founded_and_handed_over() {
        Page bekir = open(true, "bekir", "/gruppen/gruenden");
        bekir.waitForSelector(".form vaadin-text-field input");
        Inspection.atEverySize(bekir, "gruppe-gruenden");
        bekir.getByLabel("Name").fill("Bus nach acht");
        press(bekir, "Gründen");
        bekir.waitForURL(Pattern.compile(".*/gruppen/bus-nach-acht"));

        Page dilek = open(false, "dilek", "/gruppen/bus-nach-acht");
        press(dilek, "Mitmachen");
        assertThat(bekir.locator(".facts-line")).containsText("2 Personen");
        bekir.locator(".tabs").getByText("Menschen").click();
        assertThat(bekir.locator(".group-people")).containsText("Dilek");
        Inspection.of(bekir, "gruppe-menschen");
        bekir.goBack();
        Inspection.atEverySize(bekir, "gruppe");

        press(bekir, "Austreten");
        assertThat(bekir.getByRole(AriaRole.DIALOG)).containsText("Gib erst die Leitung ab");
        bekir.getByRole(AriaRole.DIALOG).getByText("Leitung abgeben").click();
        bekir.getByLabel("Wer leitet künftig?").fill("Dilek");
        bekir.getByRole(AriaRole.OPTION).getByText("Dilek").click();
        Inspection.atEverySize(bekir, "leitung-abgeben");
        bekir.getByRole(AriaRole.DIALOG)
                .locator("vaadin-button")
                .filter(new Locator.FilterOptions().setHasText("Leitung abgeben"))
                .click();
        assertThat(dilek.locator(".my-part")).containsText("Du leitest diese Gruppe.");
        assertThat(bekir.locator(".my-part")).containsText("Mitmachen");
        Inspection.of(dilek, "gruppe-leiten");
    }

    /// Dilek writes the board's motion because she chairs it, and for no other reason.
    @Test
    void an_office_ends_while_its_holder_types() {
        int motion =
                workspace
                        .post(
                                "/api/motions",
                                workspace.tokenOf("dilek"),
                                """
                                {"title": "Vom Vorstand", "owner": {"type": "body", "id": "%s"}}
                                """
                                        .formatted(Teststadt.BOARD_ID))
                        .get("number")
                        .asInt();
        MotionPage dilek =
                MotionPage.open(
                        Browsers.wide(ColorScheme.LIGHT), workspace.address(), "dilek", motion);
        MotionPage emil =
                MotionPage.open(
                        Browsers.wide(ColorScheme.LIGHT), workspace.address(), "emil", motion);
        dilek.type("Solange ich im Amt bin. ");
        dilek.awaitStatus("gespeichert");
        emil.awaitText("Solange ich im Amt bin.");
        Page list = open(false, "dilek", "/antraege");
        Locator row = list.locator(".motions > li").getByText("Vom Vorstand");
        assertThat(row).hasCount(1);

        Page anna = open(true, "anna", Teststadt.BOARD);
        dilek.page().click(".rf-text");
        endOfficeOfChair(anna);
        Page closed = dilek.page();
        closed.keyboard().type("Nach dem Ende. ");
        Locator trouble = closed.locator(".trouble");
        assertThat(trouble).containsText("Das liest nur, wem es gehört");
        assertThat(trouble).containsText("Was gespeichert war, bleibt darin.");
        assertThat(closed.locator(".rf-text")).hasCount(0);
        assertThat(row).hasCount(0);
        Inspection.atEverySize(closed, "amt-beendet");
        closed.keyboard().type("Und noch mehr.");

        emil.type("Emil ist noch im Amt. ");
        emil.awaitStatus("gespeichert");
        await().until(() -> emil.text().contains("Emil ist noch im Amt."));
        assertThat(emil.text()).contains("Solange ich im Amt bin.").doesNotContain("Und noch mehr");
        closed.reload();
        assertThat(closed.getByRole(AriaRole.HEADING).first()).isVisible();
        assertThat(closed.locator(".rf-text")).hasCount(0);

        anna.getByText("Rückgängig").click();
        assertThat(anna.locator(".offices")).containsText("Dilek");
    }

    private Page open(boolean wide, String member, String path) {
        Page page = wide ? Browsers.wide(ColorScheme.LIGHT) : Browsers.narrow(ColorScheme.LIGHT);
        Door.open(page, workspace.address(), member, path);
        page.waitForSelector("h1");
        return page;
    }

    private static void endOfficeOfChair(Page page) {
        page.getByLabel(Pattern.compile("Amt beenden: Vorsitz.*")).click();
        page.getByRole(AriaRole.DIALOG)
                .locator("vaadin-button")
                .filter(new Locator.FilterOptions().setHasText("Amt beenden"))
                .click();
    }

    private static void manage(Page page, String what) {
        page.getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName("Verwalten")).click();
        page.getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName(what)).click();
    }

    private static void press(Page page, String button) {
        page.locator("vaadin-button:visible")
                .filter(new Locator.FilterOptions().setHasText(button))
                .first()
                .click();
    }

    private static void day(Page page, String label, String day) {
        page.getByLabel(label)
                .evaluate("(field, day) => field.closest('vaadin-date-picker').value = day", day);
    }

    private static void choose(Page page, String label, String person) {
        tabTo(page, label);
        page.keyboard().type(person);
        page.waitForSelector("vaadin-combo-box-item:has-text('" + person + "')");
        page.keyboard().press("Enter");
    }

    /// Presses Tab until what has the focus is called so.
    private static void tabTo(Page page, String name) {
        for (int presses = 0; presses < 60; presses++) {
            page.keyboard().press("Tab");
            Object focused =
                    page.evaluate(
                            """
                            () => {
                                const active = document.activeElement;
                                const named = (active.getAttribute('aria-labelledby') || '')
                                    .split(' ').filter(id => id)
                                    .map(id => document.getElementById(id)?.textContent).join(' ');
                                const label = active.getAttribute('aria-label') || named
                                    || active.labels?.[0]?.textContent || active.textContent;
                                return (label || '').trim();
                            }
                            """);
            if (name.equals(focused)) {
                return;
            }
        }
        throw new AssertionError("The keyboard does not reach " + name);
    }
}
