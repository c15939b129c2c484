package org.rotfaden.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// What concerns somebody: the sign beside every page, Start, and the page of notices.
class NoticesPageTests extends WithSampleAssociation {

    private record Newcomer(String id, String email, String password) {}

    @Test
    void a_mention_shows_at_once_on_all_devices_and_is_read_on_all() {
        Newcomer hanna = newcomer("Hanna Hinsicht");
        Page laptop = open(Browsers.wide(ColorScheme.LIGHT), hanna, "/");
        Page phone = open(Browsers.narrow(ColorScheme.LIGHT), hanna, "/antraege");
        assertThat(sign(laptop, "Hinweise")).isVisible();
        JsonNode thread = thread("Hört her", "Was meinst du, @member:" + hanna.id() + "?");
        assertThat(sign(laptop, "1 neuer Hinweis")).isVisible();
        assertThat(sign(phone, "1 neuer Hinweis")).isVisible();
        Locator news = laptop.locator(".new-notices li");
        assertThat(news).containsText("Emil Brandtner hat dich in „Hört her“ erwähnt");
        news.getByText("Warum?").click();
        assertThat(news).containsText("Du siehst das, weil du erwähnt bist");
        news.locator(".row-title").click();
        assertThat(laptop)
                .hasURL(Pattern.compile(".*/gespraeche/" + thread.get("number").asInt() + "$"));
        assertThat(sign(laptop, "Hinweise")).isVisible();
        assertThat(sign(phone, "Hinweise")).isVisible();
    }

    @Test
    void all_are_read_at_once_and_that_is_taken_back() {
        Newcomer ida = newcomer("Ida Immerneu");
        thread("Erstens", "@member:" + ida.id());
        thread("Zweitens", "@member:" + ida.id());
        Page page = open(Browsers.wide(ColorScheme.LIGHT), ida, "/hinweise");
        assertThat(page.locator(".notices .is-unread")).hasCount(2);
        Inspection.atEverySize(page, "hinweise");
        button(page, "Alle als gelesen markieren").click();
        assertThat(page.locator(".notices .is-unread")).hasCount(0);
        assertThat(page.locator(".notices > li")).hasCount(2);
        button(page, "Rückgängig").click();
        assertThat(page.locator(".notices .is-unread")).hasCount(2);
        assertThat(sign(page, "2 neue Hinweise")).isVisible();
    }

    @Test
    void what_is_muted_is_heard_of_no_more_until_it_is_taken_back() {
        Newcomer jule = newcomer("Jule Juckreiz");
        String mention = "@member:" + jule.id();
        JsonNode thread = thread("Lautes Gespräch", mention);
        Page page = open(Browsers.wide(ColorScheme.LIGHT), jule, "/hinweise");
        page.locator(".notices .row-menu").click();
        page.getByText("Gespräch eine Woche stumm schalten", exactly()).click();
        Locator muted = page.locator(".muted li");
        assertThat(muted).containsText("Lautes Gespräch");
        assertThat(muted).containsText("bis ");
        post(thread, "Noch einmal " + mention);
        thread("Anderes Gespräch", mention);
        assertThat(page.locator(".notices > li")).hasCount(2);
        assertThat(page.locator(".notices > li").first()).containsText("Anderes Gespräch");
        muted.getByText("Wieder hinweisen").click();
        assertThat(page.locator(".muted")).isHidden();
        post(thread, "Und noch einmal " + mention);
        assertThat(page.locator(".notices > li")).hasCount(3);
        Inspection.of(page, "hinweise-menue");
    }

    @Test
    void who_follows_a_thread_hears_of_each_post_gathered() {
        Newcomer lea = newcomer("Lea Lauscher");
        JsonNode thread = thread("Leise Gespräche", "Los");
        Page page =
                open(
                        Browsers.wide(ColorScheme.LIGHT),
                        lea,
                        "/gespraeche/" + thread.get("number").asInt());
        page.getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName("Hinweise hierzu"))
                .click();
        page.getByRole(
                        AriaRole.MENUITEM,
                        new Page.GetByRoleOptions().setName("Folgen").setExact(true))
                .click();
        assertThat(page.getByText("Du folgst jetzt und bekommst Hinweise.")).isVisible();
        page.navigate(workspace.address() + "/hinweise");
        assertThat(page.locator(".nothing")).isVisible();
        post(thread, "Erstens");
        post(thread, "Zweitens");
        assertThat(page.locator(".notices > li"))
                .containsText("2 neue Beiträge in „Leise Gespräche“");
        assertThat(sign(page, "1 neuer Hinweis")).isVisible();
    }

    @Test
    void who_opens_the_page_of_a_thing_has_read_what_concerns_her_there() {
        Newcomer kai = newcomer("Kai Kaiser");
        String anna = workspace.tokenOf("anna");
        JsonNode group =
                workspace.post(
                        "/api/groups",
                        anna,
                        """
                        {"name":"Runde mit Kai","purpose":"","kind":"WORKING_GROUP",
                        "admission":"INVITED","units":[]}
                        """);
        Page page = open(Browsers.wide(ColorScheme.LIGHT), kai, "/");
        workspace.put(
                "/api/groups/" + group.get("id").asString() + "/participants/" + kai.id(),
                anna,
                "");
        assertThat(sign(page, "1 neuer Hinweis")).isVisible();
        assertThat(page.locator(".new-notices li"))
                .containsText("Du bist in die Gruppe „Runde mit Kai“ eingeladen");
        page.getByText("Ansehen").click();
        assertThat(page).hasURL(Pattern.compile(".*/gruppen/.*"));
        assertThat(sign(page, "Hinweise")).isVisible();
    }

    /// Beside a motion of the association, which every member reads.
    private JsonNode thread(String title, String words) {
        String emil = workspace.tokenOf("emil");
        JsonNode motion =
                workspace.post("/api/motions", emil, "{\"title\":\"%s\"}".formatted(title));
        return workspace.post(
                "/api/threads",
                emil,
                """
                {"subject":{"type":"motion","id":"%s"},"text":"%s"}
                """
                        .formatted(motion.get("id").asString(), words));
    }

    private void post(JsonNode thread, String words) {
        workspace.post(
                "/api/threads/" + thread.get("id").asString() + "/posts",
                workspace.tokenOf("emil"),
                "{\"text\":\"%s\"}".formatted(words));
    }

    private Newcomer newcomer(String name) {
        String anna = workspace.tokenOf("anna");
        String unit =
                workspace.get("/api/units/by-slug/abteilung-nordstadt", anna).get("id").asString();
        String email = name.toLowerCase(Locale.ROOT).replace(' ', '.') + "@example.org";
        JsonNode admitted =
                workspace.post(
                        "/api/units/" + unit + "/members",
                        anna,
                        """
                        {"name":"%s","email":"%s","kind":"FULL"}
                        """
                                .formatted(name, email));
        return new Newcomer(
                admitted.get("membership").get("memberId").asString(),
                email,
                admitted.get("password").asString());
    }

    private Page open(Page page, Newcomer member, String path) {
        return Door.open(page, workspace.address(), member.email(), member.password(), path);
    }

    private static Locator sign(Page page, String words) {
        return page.getByRole(
                AriaRole.LINK, new Page.GetByRoleOptions().setName(words).setExact(true));
    }

    private static Locator button(Page page, String words) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(words));
    }

    private static Page.GetByTextOptions exactly() {
        return new Page.GetByTextOptions().setExact(true);
    }
}
