package org.rotfaden.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What would last for no day is refused beside its field; the dialog stays, and nothing is done.
class DaysInDialogsTests extends WithSampleAssociation {

    private static final String UNIT = "/gliederungen/abteilung-nordstadt";
    private final LocalDate today = LocalDate.now(ZoneId.of("Europe/Berlin"));

    @Test
    void nobody_is_taken_in_for_no_day() {
        Page anna = open(UNIT + "/menschen");
        press(anna, "Mitglied aufnehmen");
        Locator dialog = anna.getByRole(AriaRole.DIALOG);
        dialog.getByLabel("Name").fill("Niemand");
        dialog.getByLabel("E-Mail").fill("niemand-nirgends@example.org");
        refuses(dialog, "Ab", "Bis", "Aufnehmen");
    }

    @Test
    void no_right_is_given_for_no_day() {
        Page anna = open(UNIT + "/rechte");
        press(anna, "Recht übertragen");
        Locator dialog = anna.getByRole(AriaRole.DIALOG);
        chooseEmil(dialog);
        refuses(dialog, "Erster Tag", "Letzter Tag (freiwillig)", "Recht übertragen");
    }

    /// What cannot be read is not the same as nothing: else a right would have no end.
    @Test
    void a_last_day_that_cannot_be_read_is_not_taken_for_none() {
        Page anna = open(UNIT + "/rechte");
        press(anna, "Recht übertragen");
        Locator give = anna.getByRole(AriaRole.DIALOG);
        chooseEmil(give);
        refusesUnreadable(give, "Letzter Tag (freiwillig)", "Recht übertragen");

        anna.navigate(workspace.address() + UNIT + "/menschen");
        press(anna, "Mitglied aufnehmen");
        Locator takeIn = anna.getByRole(AriaRole.DIALOG);
        takeIn.getByLabel("Name").fill("Niemand");
        takeIn.getByLabel("E-Mail").fill("niemand-unlesbar@example.org");
        refusesUnreadable(takeIn, "Bis", "Aufnehmen");

        int motion = workspace.newMotion("Wer schreibt bis wann");
        anna.navigate(workspace.address() + "/antraege/" + motion);
        anna.getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName("Verwalten")).click();
        anna.getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName("Einladen")).click();
        Locator invite = anna.getByRole(AriaRole.DIALOG);
        chooseEmil(invite);
        refusesUnreadable(invite, "Letzter Tag (freiwillig)", "Einladen");
    }

    @Test
    void no_election_is_written_down_for_no_day() {
        Page anna = open("/gremien/vorstand-abteilung-nordstadt/neu-gewaehlt");
        anna.waitForSelector(".seat-fields");
        press(anna.locator(".seat-fields").first(), "Wie bisher");
        Locator page = anna.locator(".page");
        // The last day follows the first one; only then another is chosen.
        Locator last = field(page, "Letzter Tag im Amt");
        String before = (String) last.evaluate("field => field.value");
        set(page, "Erster Tag im Amt", today.plusDays(9));
        assertThat(last).not().hasJSProperty("value", before);
        refuses(page, "Erster Tag im Amt", "Letzter Tag im Amt", "Neuwahl eintragen");
        assertThat(anna.getByRole(AriaRole.ALERTDIALOG)).hasCount(0);
    }

    private void refuses(Locator form, String from, String until, String action) {
        LocalDate soon = today.plusDays(9);
        set(form, from, soon);
        set(form, until, soon.minusDays(1));
        press(form, action);
        assertThat(field(form, until)).hasAttribute("invalid", "");
        assertThat(field(form, until)).isVisible();
    }

    private static void refusesUnreadable(Locator form, String until, String action) {
        for (String typed : List.of("31.2.2027", "quatsch", "26.11.0026", "1.1.10000")) {
            field(form, until).locator("input").fill(typed);
            press(form, action);
            assertThat(field(form, until)).hasAttribute("invalid", "");
            press(form, action);
            assertThat(field(form, until)).hasAttribute("invalid", "");
            assertThat(field(form, until)).isVisible();
        }
    }

    private static void chooseEmil(Locator form) {
        form.locator("vaadin-combo-box input").fill("Emil");
        form.page().locator("vaadin-combo-box-item:not([hidden])").first().click();
    }

    private static Locator field(Locator form, String label) {
        return form.locator("vaadin-date-picker")
                .filter(
                        new Locator.FilterOptions()
                                .setHas(form.page().locator("label:text-is(\"" + label + "\")")));
    }

    private static void set(Locator form, String label, LocalDate day) {
        field(form, label).evaluate("(field, day) => (field.value = day)", day.toString());
    }

    private static void press(Locator form, String button) {
        form.locator("vaadin-button")
                .filter(new Locator.FilterOptions().setHasText(button))
                .last()
                .click();
    }

    private static void press(Page page, String button) {
        press(page.locator("body"), button);
    }

    private Page open(String path) {
        Page page = Browsers.wide(ColorScheme.LIGHT);
        Door.open(page, workspace.address(), "anna", path);
        page.waitForSelector("h1");
        return page;
    }
}
