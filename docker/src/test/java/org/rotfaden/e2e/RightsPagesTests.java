package org.rotfaden.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.SelectOption;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// Who may do what and why, rights given by hand, and the operator's page.
class RightsPagesTests extends WithSampleAssociation {

    private static final String UNIT = "/gliederungen/abteilung-nordstadt/rechte";
    private static final String MOTION = "/antraege/1/rechte";

    @Test
    void all_pages_pass_axe_for_who_administers_and_for_who_does_not() {
        for (String member : new String[] {"anna", "bekir"}) {
            Page page = open(true, member, "/verband/rechte");
            for (String path :
                    new String[] {
                        "/verband/rechte",
                        UNIT,
                        "/gremien/vorstand-abteilung-nordstadt/rechte",
                        "/gruppen/klima-im-kreis/rechte",
                        MOTION,
                        "/betrieb"
                    }) {
                page.navigate(workspace.address() + path);
                page.waitForSelector("h1");
                Inspection.atEverySize(page, "rechte" + path.replace('/', '-') + "-" + member);
            }
        }
        Page page = open(true, "anna", "/verband/rechte");
        press(page, "Recht übertragen");
        assertThat(page.getByText("Welches Recht?")).isVisible();
        Inspection.atEverySize(page, "recht-vergeben");
    }

    @Test
    void who_chairs_a_unit_reads_there_by_which_office_and_until_when() {
        Page bekir = open(true, "bekir", UNIT);
        Locator administer = answer(bekir, "Diese Gliederung verwalten");
        assertThat(administer).containsText("Ja");
        assertThat(administer)
                .containsText(
                        Pattern.compile("Du bist Vorsitzende:r im Vorstand der .* \\(bis [A-Z]"));
        assertThat(bekir.getByText("Wer darf hier was und warum?")).isVisible();

        bekir.navigate(workspace.address() + "/gliederungen/stadtverband-hafen/rechte");
        Locator above = answer(bekir, "Diese Gliederung verwalten");
        assertThat(above).containsText("Nein");
        assertThat(above).containsText("Dafür brauchst du den Vorsitz hier");
        assertThat(bekir.getByText("Wer darf hier was und warum?")).hasCount(0);
    }

    @Test
    void a_right_that_is_given_and_taken_back_shows_at_once_where_its_page_is_open() {
        Page clara = open(false, "emil", UNIT);
        Locator administer = answer(clara, "Diese Gliederung verwalten");
        assertThat(administer).containsText("Nein");

        Page anna = open(true, "anna", UNIT);
        press(anna, "Recht übertragen");
        Locator dialog = anna.getByRole(AriaRole.DIALOG);
        press(dialog, "Recht übertragen");
        assertThat(dialog.getByText("Such aus, wem du das Recht überträgst.")).isVisible();
        choose(anna, dialog, "Emil");
        press(dialog, "Recht übertragen");

        assertThat(administer).containsText("Ja");
        assertThat(administer).containsText("Dir wurde die Verwaltung persönlich übertragen.");
        assertThat(clara.getByText("Wer darf hier was und warum?")).isVisible();
        Locator row = anna.locator(".entitled > li").filter(containing("Emil Brandtner"));
        assertThat(row).containsText("Verwaltung persönlich übertragen");

        press(row, "Beenden");
        assertThat(administer).containsText("Nein");
        assertThat(row).hasCount(0);
        anna.getByText("Rückgängig").last().click();
        assertThat(administer).containsText("Ja");
        assertThat(row).hasCount(1);

        press(clara, "Niederlegen");
        press(clara.getByRole(AriaRole.ALERTDIALOG), "Niederlegen");
        assertThat(administer).containsText("Nein");
        assertThat(row).hasCount(0);
    }

    @Test
    void the_list_of_members_closes_as_soon_as_it_is_not_for_its_reader_any_more() {
        Page anna = open(true, "anna", "/verband/rechte");
        press(anna, "Recht übertragen");
        Locator dialog = anna.getByRole(AriaRole.DIALOG);
        choose(anna, dialog, "Emil");
        press(dialog, "Recht übertragen");
        Locator row = anna.locator(".entitled > li").filter(containing("Emil Brandtner"));
        assertThat(row).containsText("Verwaltung persönlich übertragen");

        Page emil = open(false, "emil", "/mitglieder");
        Locator members = emil.locator(".table tbody tr");
        assertThat(members).hasCount(50);
        press(emil, "Weitere zeigen");
        assertThat(members.filter(containing("Zacharias"))).hasCount(1);
        emil.getByLabel("Nach Name oder E-Mail suchen").fill("bekir@");
        assertThat(members).hasCount(1);
        assertThat(members).containsText("Bekir Aydemir");
        emil.getByLabel("Nach Name oder E-Mail suchen").fill("niemand");
        assertThat(emil.getByText("Dazu passt niemand.")).isVisible();

        press(row, "Beenden");
        assertThat(emil.locator("h1")).hasText("Für dich geschlossen");
        assertThat(emil.getByText("Das darf nur, wer es verwaltet")).isVisible();
        assertThat(members).hasCount(0);
        Inspection.of(emil, "mitglieder-geschlossen");
    }

    @Test
    void the_last_administrator_stays_and_hears_why() {
        Page anna = open(true, "anna", "/verband/rechte");
        anna.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Verwaltung niederlegen"))
                .click();
        press(anna.getByRole(AriaRole.ALERTDIALOG), "Niederlegen");
        assertThat(anna.getByText("Der Verband braucht immer eine Person")).isVisible();
        assertThat(answer(anna, "Den Verband verwalten")).containsText("Ja");
    }

    @Test
    void a_page_that_is_refused_says_why_and_leads_to_the_rights() {
        Page bekir = open(true, "bekir", "/betrieb");
        assertThat(bekir.getByText("Das darf nur, wer den Server betreibt.")).isVisible();
        bekir.getByText("Was darf ich hier und warum?").click();
        assertThat(bekir).hasURL(Pattern.compile(".*/verband/rechte"));
        assertThat(answer(bekir, "Den Server betreiben")).containsText("Nein");
        assertThat(statusOf(bekir, "/betrieb")).isEqualTo(403);
        assertThat(statusOf(bekir, "/gliederungen/nirgends/rechte")).isEqualTo(404);
        assertThat(statusOf(bekir, "/antraege/9999/rechte")).isEqualTo(404);
        assertThat(statusOf(bekir, UNIT)).isEqualTo(200);
    }

    @Test
    void a_motion_that_one_may_not_read_is_as_if_there_were_none() {
        Page clara = open(true, "clara", "/antraege/12/rechte");
        Locator page = clara.locator("main");
        for (String below : List.of("", "/rechte")) {
            clara.navigate(workspace.address() + "/antraege/9999" + below);
            assertThat(page.getByRole(AriaRole.HEADING)).hasText("Hier ist nichts");
            String nothing = page.innerText();
            clara.navigate(workspace.address() + "/antraege/12" + below);
            assertThat(page)
                    .hasText(nothing, new LocatorAssertions.HasTextOptions().setUseInnerText(true));
        }
    }

    @Test
    void an_operator_checks_the_audit_trail_and_reads_words_ids_and_no_names() {
        Page anna = open(true, "anna", "/betrieb");
        press(anna, "Prüfpfad prüfen");
        assertThat(anna.locator(".chain-check [role=status]"))
                .containsText(Pattern.compile("Geprüft: unversehrt, [1-9][\\d.]* Einträge"));
        assertThat(anna.locator(".facts")).containsText("bereit, die Datenbank antwortet");
        Locator trail = anna.locator(".trail");
        assertThat(trail).not().containsText(Pattern.compile("[A-Z]{3,}_"));
        assertThat(trail).not().containsText("Anna");
        assertThat(trail).not().containsText("Lindqvist");
        assertThat(anna.locator(".condition")).hasText("Alles in Ordnung.");
        anna.getByLabel("Worum geht es?")
                .selectOption(new SelectOption().setLabel("Ämter und Wahlen"));
        assertThat(anna).hasURL(Pattern.compile(".*/betrieb\\?was=offices"));
        assertThat(trail.locator(".what").first())
                .hasText(Pattern.compile("(Neuwahl|Nachwahl|Amt|Ende eines Amts|Wahl) .* · .*"));
        anna.reload();
        assertThat(anna.getByLabel("Worum geht es?")).hasValue("Ämter und Wahlen");
    }

    private Page open(boolean wide, String member, String path) {
        Page page = wide ? Browsers.wide(ColorScheme.LIGHT) : Browsers.narrow(ColorScheme.LIGHT);
        Door.open(page, workspace.address(), member, path);
        page.waitForSelector("h1");
        return page;
    }

    private int statusOf(Page page, String path) {
        Response response = page.navigate(workspace.address() + path);
        page.waitForSelector("h1");
        return response == null ? 0 : response.status();
    }

    private static Locator answer(Page page, String action) {
        return page.locator(".answers > li").filter(containing(action));
    }

    private static Locator.FilterOptions containing(String words) {
        return new Locator.FilterOptions().setHasText(words);
    }

    private static void choose(Page page, Locator dialog, String name) {
        dialog.getByRole(AriaRole.COMBOBOX).first().click();
        page.keyboard().type(name);
        page.locator("vaadin-combo-box-item").filter(containing(name)).first().click();
    }

    private static void press(Page page, String button) {
        press(page.locator("body"), button);
    }

    private static void press(Locator where, String button) {
        where.locator("vaadin-button").filter(containing(button)).first().click();
    }
}
