package org.rotfaden.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ForcedColors;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// The ways around every page: rail, bottom bar, palette.
class ShellTests extends WithSampleAssociation {

    /// What of the frame lies under the word on the connection, or whether that is not in the
    /// window.
    private static final String COVERED =
            """
            () => {
                const word = document.querySelector('.v-status-message').getBoundingClientRect();
                const last = [...document.querySelectorAll('.rail, .bar')]
                    .map(part => part.getBoundingClientRect()).filter(({height}) => height > 0);
                return last.some(({top, bottom}) => top < word.bottom - 1 && bottom > word.top + 1)
                    || word.top < 0 || word.bottom > innerHeight || word.height < 20;
            }
            """;

    /// How many pictures have the colour of what is behind them.
    private static final String UNSEEN =
            """
            () => {
                const ground = getComputedStyle(document.body).backgroundColor;
                return [...document.querySelectorAll('.icon, .thread-sign')]
                    .map(picture => picture.matches('.icon')
                        ? getComputedStyle(picture) : getComputedStyle(picture, '::after'))
                    .filter(({backgroundColor, forcedColorAdjust}) =>
                        forcedColorAdjust !== 'none' || backgroundColor === ground).length;
            }
            """;

    @Test
    void without_a_line_a_quiet_word_covers_nothing_and_goes_by_itself() {
        for (Page page :
                List.of(Browsers.wide(ColorScheme.LIGHT), Browsers.narrow(ColorScheme.LIGHT))) {
            at(page, "anna", "/antraege/1");
            page.waitForSelector("[data-state=saved]");
            page.context().setOffline(true);
            Locator word = page.locator(".v-status-message");
            assertThat(word).containsText("Es geht von selbst weiter");
            page.waitForSelector("[data-state=offline]");
            Inspection.of(page, "ohne-verbindung");
            assertThat((Boolean) page.evaluate(COVERED)).isFalse();
            page.context().setOffline(false);
            page.waitForSelector("[data-state=saved]");
            page.waitForSelector(
                    "vaadin-connection-indicator:not([offline]):not([reconnecting])", attached());
        }
    }

    @Test
    void what_was_pressed_without_a_line_is_done_with_one_and_then_the_word_goes() {
        Page page = at(Browsers.wide(ColorScheme.LIGHT), "anna", "/gruppen");
        Browsers.settle(page);
        page.context().setOffline(true);
        page.locator(".association-tabs").getByText("Gliederungen", exactly()).click();
        page.waitForSelector("vaadin-connection-indicator[reconnecting]", attached());
        page.context().setOffline(false);
        assertThat(page).hasURL(Pattern.compile(".*/gliederungen"));
        page.waitForSelector("vaadin-connection-indicator:not([reconnecting])", attached());
    }

    private static Page.WaitForSelectorOptions attached() {
        return new Page.WaitForSelectorOptions().setState(WaitForSelectorState.ATTACHED);
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }

    private static Locator.GetByTextOptions exactly() {
        return new Locator.GetByTextOptions().setExact(true);
    }

    @Test
    void by_keyboard_alone_the_palette_finds_a_motion_and_a_page_and_goes_there() {
        Page page = at(Browsers.wide(ColorScheme.LIGHT), "anna", "/antraege");
        page.keyboard().press("Control+k");
        assertThat(field(page)).isFocused();
        page.keyboard().type("nachtbus");
        assertThat(chosen(page)).containsText("Nachtbus");
        assertThat(page.getByRole(AriaRole.STATUS).getByText("1 Treffer")).isVisible();
        page.keyboard().press("Enter");
        assertThat(page).hasURL(Pattern.compile(".*/antraege/1"));
        page.waitForSelector("[data-state=saved]");
        assertThat(field(page)).hasCount(0);

        page.navigate(workspace.address() + "/antraege");
        page.waitForSelector(".motions");
        page.keyboard().press("/");
        assertThat(field(page)).isFocused();
        page.keyboard().press("ArrowDown");
        page.keyboard().press("ArrowUp");
        page.keyboard().type("konto");
        page.keyboard().press("Enter");
        assertThat(page).hasURL(Pattern.compile(".*/konto"));
        assertThat(page.locator("main")).isFocused();
    }

    @Test
    void the_palette_does_what_can_be_done_here_and_forgives_a_mistyped_letter() {
        Page page = at(Browsers.wide(ColorScheme.LIGHT), "bekir", "/antraege/3");
        page.waitForSelector("[data-state=saved]");
        page.navigate(workspace.address() + "/gremien/vorstand-abteilung-nordstadt");
        page.waitForSelector("h1");
        page.keyboard().press("Control+k");
        assertThat(chosen(page)).hasText("Neuer Antrag");
        Locator recent = page.getByRole(AriaRole.GROUP, named("Zuletzt"));
        assertThat(recent.getByRole(AriaRole.OPTION))
                .hasText(new String[] {"Protokolle spätestens nach vierzehn Tagen"});
        double top = field(page).boundingBox().y;
        page.keyboard().type("nortstadt");
        assertThat(page.getByText("Nichts heißt genau so.")).isVisible();
        assertThat(chosen(page)).containsText("Abteilung Nordstadt");
        assertThat(field(page).boundingBox().y).as("it does not jump").isEqualTo(top);
        field(page).fill("dunkel");
        assertThat(chosen(page)).hasText("Hell oder dunkel");
        page.keyboard().press("Enter");
        assertThat(page.locator("html")).hasAttribute("data-scheme", "dark");
        page.keyboard().press("Control+k");
        assertThat(page.getByRole(AriaRole.OPTION, named("Abmelden"))).hasCount(0);
        field(page).fill("abm");
        assertThat(chosen(page)).hasText("Abmelden");
        field(page).fill("neuw");
        assertThat(chosen(page)).hasText("Neuwahl eintragen");
        page.keyboard().press("Enter");
        assertThat(page).hasURL(Pattern.compile(".*/neu-gewaehlt"));
    }

    @Test
    void the_palette_opens_in_a_text_unless_words_are_selected_there() {
        Page page = at(Browsers.wide(ColorScheme.LIGHT), "anna", "/antraege/1");
        page.waitForSelector("[data-state=saved]");
        page.click(".rf-text");
        page.keyboard().press("Control+k");
        assertThat(field(page)).isFocused();
        page.keyboard().press("Escape");
        assertThat(page.locator(".rf-text")).isFocused();
        page.keyboard().press("Control+a");
        // The browser tells of a selection a moment later.
        page.evaluate("() => new Promise(done => requestAnimationFrame(() => setTimeout(done)))");
        page.keyboard().press("Control+k");
        assertThat(page.getByLabel("Adresse")).isFocused();
    }

    @Test
    void who_sits_in_many_places_sees_the_first_and_finds_the_others() {
        String token = workspace.tokenOf("emil");
        for (int group = 1; group <= 12; group++) {
            workspace.post(
                    "/api/groups",
                    token,
                    """
                    {"name": "Runde %d", "purpose": "", "kind": "INTEREST_GROUP",
                     "admission": "OPEN", "units": []}
                    """
                            .formatted(group));
        }
        Page page = at(Browsers.wide(ColorScheme.LIGHT), "emil", "/antraege");
        assertThat(page.locator(".rail .mine > ul > li")).hasCount(12);
        Locator more = page.locator(".rail .mine summary").first();
        more.click();
        assertThat(page.locator(".rail .mine details").first()).containsText("Runde 9");
        Inspection.atEverySize(page, "viele-orte");
        page.keyboard().press("Control+k");
        assertThat(field(page)).isFocused();
        page.keyboard().type("runde 9");
        assertThat(chosen(page)).containsText("Runde 9");
    }

    @Test
    void a_page_that_takes_its_time_shows_its_outline() {
        Page page = at(Browsers.wide(ColorScheme.LIGHT), "anna", "/antraege");
        Browsers.settle(page);
        page.route(
                "**/?v-r=uidl**",
                route -> {
                    page.waitForTimeout(1500);
                    route.resume();
                });
        page.locator(".rail").getByText("Start", exactly()).click();
        page.waitForSelector("main.waiting");
        assertThat(page.locator(".start-page")).isVisible();
        assertThat(page.locator("main.waiting")).hasCount(0);
    }

    @Test
    void english_is_written_as_where_its_reader_lives_and_german_names_are_read_in_german() {
        Page page = at(Browsers.speaking("en-US"), "anna", "/gliederungen/abteilung-nordstadt");
        assertThat(page.locator("h1")).hasAttribute("lang", "de");
        assertThat(page.locator(".tabs a").first()).not().hasAttribute("lang", "de");
        assertThat(page.locator(".rail .mine a").first()).hasAttribute("lang", "de");
        page.navigate(workspace.address() + "/antraege");
        assertThat(page.locator(".motions time").last())
                .hasText(Pattern.compile("[A-Z][a-z]{2}, [A-Z][a-z]{2} \\d+, \\d+:\\d\\d.[AP]M"));
    }

    @Test
    void the_palette_says_what_it_found_and_leaves_no_trace_when_closed() {
        Page page = at(Browsers.wide(ColorScheme.LIGHT), "clara", "/konto");
        Locator search = page.locator(".rail .search");
        search.focus();
        page.keyboard().press("Enter");
        assertThat(field(page)).isFocused();
        page.keyboard().type("betrieb");
        assertThat(page.getByText("Nichts gefunden.")).isVisible();
        assertThat(field(page)).hasAttribute("aria-expanded", "false");
        field(page).fill("nachtbus");
        assertThat(chosen(page)).containsText("Nachtbus");
        field(page).fill("qqqqzzzz");
        assertThat(page.getByText("Nichts gefunden.")).isVisible();
        assertThat(chosen(page)).hasCount(0);
        page.keyboard().press("Enter");
        assertThat(page).hasURL(Pattern.compile(".*/konto"));
        field(page).fill("antrag 1");
        assertThat(chosen(page)).containsText("Nachtbus");
        page.keyboard().press("Escape");
        assertThat(field(page)).hasCount(0);
        assertThat(search).isFocused();
    }

    @Test
    void a_phone_has_few_targets_within_reach_and_all_else_in_a_sheet() {
        Page page = at(Browsers.narrow(ColorScheme.LIGHT), "anna", "/antraege");
        Locator targets = page.locator(".bar > *");
        assertThat(targets).hasText(new String[] {"Start", "Anträge", "Mehr"});
        for (Locator target : targets.all()) {
            assertThat(target.boundingBox().height).isGreaterThanOrEqualTo(44);
            assertThat(target.boundingBox().width).isGreaterThanOrEqualTo(44);
        }
        page.locator(".top button.place").click();
        assertThat(field(page)).isFocused();
        page.keyboard().press("Escape");
        targets.nth(2).click();
        Locator sheet = page.getByRole(AriaRole.DIALOG);
        assertThat(sheet.getByText("Abmelden")).isVisible();
        sheet.getByText("Mein Konto").click();
        assertThat(page).hasURL(Pattern.compile(".*/konto"));
        assertThat(sheet).hasCount(0);
    }

    @Test
    void language_and_colours_are_switched_from_every_page_and_stay() {
        Page page = at(Browsers.wide(ColorScheme.LIGHT), "bekir", "/antraege");
        Door.unfoldSelf(page);
        page.getByText("Hell oder dunkel").click();
        assertThat(page.locator("html")).hasAttribute("data-scheme", "dark");
        page.getByText("English").click();
        assertThat(page.locator("h1")).hasText("Motions");
        assertThat(page.locator("html")).hasAttribute("data-scheme", "dark");
        Door.unfoldSelf(page);
        page.getByText("Light or dark").click();
        assertThat(page.locator("html")).hasAttribute("data-scheme", "light");
        page.getByText("Deutsch").click();
        assertThat(page.locator("h1")).hasText("Anträge");
    }

    /// Where each page stands among the ways: what is marked in the rail, and in the tabs.
    private static final String WAYS =
            """
            /                                          | Start
            /antraege                                  | Anträge
            /antraege/1                                | Anträge
            /verband                                   | Bund Wendenmark, Überblick
            /gliederungen                              | Bund Wendenmark, Gliederungen
            /gruppen                                   | Bund Wendenmark, Gruppen
            /mitglieder                                | Bund Wendenmark, Mitglieder
            /verband/rechte                            | Bund Wendenmark, Rechte
            /verband/einstellungen                     | Bund Wendenmark, Einstellungen
            /betrieb                                   | Bund Wendenmark, Server
            /gliederungen/abteilung-nordstadt          | Abteilung Nordstadt, Überblick
            /gliederungen/abteilung-nordstadt/menschen | Abteilung Nordstadt, Menschen
            /gremien/vorstand-abteilung-nordstadt      | Vorstand, Überblick
            /konto                                     | Mein Konto
            """;

    @Test
    void each_page_has_its_place_among_the_ways() {
        Page page = at(Browsers.wide(ColorScheme.LIGHT), "anna", "/");
        for (String line : WAYS.lines().toList()) {
            String[] cells = line.split("\\|", -1);
            page.navigate(workspace.address() + cells[0].strip());
            page.waitForSelector(".page");
            Locator marked = page.locator(".rail [aria-current], .tabs [aria-current]");
            String[] expected = cells[1].strip().split(", ", -1);
            assertThat(marked).hasCount(expected.length);
            for (int at = 0; at < expected.length; at++) {
                assertThat(marked.nth(at)).containsText(expected[at]);
            }
        }
    }

    @Test
    void two_keys_lead_to_the_pages_of_the_association() {
        Page page = at(Browsers.wide(ColorScheme.LIGHT), "anna", "/");
        page.keyboard().press("g");
        page.keyboard().press("u");
        assertThat(page).hasURL(Pattern.compile(".*/gliederungen"));
        assertThat(page.locator(".association-tabs [aria-current]")).hasText("Gliederungen");
        page.keyboard().press("g");
        page.keyboard().press("s");
        assertThat(page).hasURL(workspace.address() + "/");
        assertThat(page.locator(".association-tabs")).isHidden();
    }

    @Test
    void once_its_heading_is_out_of_sight_the_row_on_top_says_what_page_it_is() {
        Page page = at(Browsers.narrow(ColorScheme.LIGHT), "anna", "/antraege");
        assertThat(page.locator(".top .brand")).isVisible();
        assertThat(page.locator(".top .here")).isHidden();
        page.mouse().wheel(0, 600);
        assertThat(page.locator(".top .here")).hasText("Anträge");
        page.mouse().wheel(0, -900);
        assertThat(page.locator(".top .here")).isHidden();
    }

    @Test
    void whoever_comes_back_is_where_she_left_and_a_dialog_does_not_stay_behind() {
        Page page = at(Browsers.narrow(ColorScheme.LIGHT), "anna", "/antraege");
        Locator row = page.locator("#motion-1 a");
        row.scrollIntoViewIfNeeded();
        Object scrolled = page.evaluate("scrollY");
        assertThat((Integer) scrolled).isPositive();
        row.focus();
        page.keyboard().press("Enter");
        page.waitForSelector("[data-state=saved]");
        assertThat(page.locator("main")).isFocused();
        page.goBack();
        assertThat(row).isFocused();
        assertThat(page.evaluate("scrollY")).isEqualTo(scrolled);

        page.locator(".bar").getByText("Start").click();
        assertThat(page.locator("main")).isFocused();
        page.locator(".top button.place").click();
        assertThat(field(page)).isFocused();
        page.goBack();
        assertThat(page).hasURL(Pattern.compile(".*/antraege"));
        assertThat(field(page)).hasCount(0);
    }

    @Test
    void whoever_only_reads_is_offered_nothing_new() {
        Page page = at(Browsers.wide(ColorScheme.LIGHT), "clara", "/");
        assertThat(page.locator(".rail .begin vaadin-menu-bar")).isHidden();
    }

    @Test
    void with_a_large_font_the_first_page_and_the_filters_have_room() {
        Page page = at(Browsers.narrow(ColorScheme.LIGHT), "anna", "/antraege");
        page.setViewportSize(640, 450);
        page.evaluate("document.documentElement.style.fontSize = '200%'");
        assertThat(page.getByLabel("Titel oder Nummer").boundingBox().width).isGreaterThan(200);
        Inspection.picture(page, "antraege-grosse-schrift");
    }

    @Test
    void forced_colours_leave_every_picture_in_sight() {
        Page page = at(Browsers.wide(ColorScheme.LIGHT), "anna", "/konto");
        page.emulateMedia(new Page.EmulateMediaOptions().setForcedColors(ForcedColors.ACTIVE));
        Inspection.picture(page, "konto-erzwungene-farben");
        assertThat(page.locator(".icon")).not().hasCount(0);
        assertThat(page.evaluate(UNSEEN)).isEqualTo(0);
    }

    @Test
    void nobody_learns_from_an_address_whether_there_is_a_person() {
        Page page = at(Browsers.wide(ColorScheme.LIGHT), "clara", "/antraege");
        for (String slug : new String[] {"zacharias", "zacharias-bohn", "niemand"}) {
            assertThat(page.navigate(workspace.address() + "/personen/" + slug).status())
                    .as(slug)
                    .isEqualTo(404);
            assertThat(page.locator("h1")).hasText("Hier ist nichts");
        }
    }

    @Test
    void everything_around_a_page_passes_axe_at_every_size() {
        Page page = at(Browsers.narrow(ColorScheme.LIGHT), "anna", "/antraege");
        page.keyboard().press("Control+k");
        assertThat(chosen(page)).isVisible();
        Inspection.atEverySize(page, "suche");
        page.keyboard().press("Escape");
        assertThat(field(page)).hasCount(0);
        for (int width : new int[] {390, 320}) {
            page.setViewportSize(width, 600);
            page.locator(".bar > :last-child").click();
            assertThat(page.getByRole(AriaRole.DIALOG).getByText("Abmelden")).isVisible();
            Inspection.of(page, "mehr");
            page.keyboard().press("Escape");
            assertThat(page.getByRole(AriaRole.DIALOG)).hasCount(0);
        }
    }

    private Page at(Page page, String member, String path) {
        Door.open(page, workspace.address(), member, path);
        page.waitForSelector(".page");
        return page;
    }

    private static Locator field(Page page) {
        return page.locator(".palette [role=combobox]");
    }

    private static Locator chosen(Page page) {
        return page.locator(".palette [aria-selected=true]");
    }
}
