package org.rotfaden.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// The first page: what happens now, what waits, what is new, and the first visit.
class StartTests extends WithSampleAssociation {

    @Test
    void who_writes_where_is_seen_while_it_happens() {
        JsonNode motion = newMotion("Schneller bauen");
        int number = motion.get("number").asInt();
        Page clara = start("clara");
        MotionPage emil =
                MotionPage.open(
                        Browsers.wide(ColorScheme.LIGHT), workspace.address(), "emil", number);
        emil.type("Es geht los.");
        Locator row = section(clara, "Jetzt").locator("li", hasText("Schneller bauen"));
        assertThat(row).containsText("Emil Brandtner schrieb");
        row.getByText("Schneller bauen").click();
        assertThat(clara).hasURL(Pattern.compile(".*/antraege/" + number));
        assertThat(clara.locator(".rf-text")).containsText("Es geht los.");
    }

    @Test
    void what_waits_leads_to_where_it_is_done_and_says_why_it_waits_here() {
        Page anna = start("anna");
        Locator toDo = section(anna, "Zu tun");
        Locator move = toDo.locator("li", hasText("Jonas Reiter möchte"));
        assertThat(toDo.locator("li")).hasCount(4);
        move.getByText("Warum?").click();
        assertThat(move).containsText("Du nimmst die Mitglieder von Abteilung Nordstadt auf.");
        move.getByText("Entscheiden").click();
        assertThat(anna).hasURL(Pattern.compile(".*/gliederungen/abteilung-.*"));
        assertThat(anna.getByText("Jonas Reiter").first()).isVisible();
    }

    @Test
    void whoever_has_nothing_to_do_is_told_so() {
        Page clara = start("clara");
        assertThat(section(clara, "Zu tun")).containsText("Gerade wartet nichts auf dich.");
    }

    @Test
    void an_invitation_waits_until_it_is_answered() {
        String anna = workspace.tokenOf("anna");
        String emilId =
                workspace.get("/api/members/me", workspace.tokenOf("emil")).get("id").asString();
        JsonNode group =
                workspace.post(
                        "/api/groups",
                        anna,
                        """
                        {"name":"Runde der Eingeladenen","purpose":"Zum Testen","kind":"WORKING_GROUP",
                        "admission":"INVITED","units":[]}
                        """);
        String path = "/api/groups/" + group.get("id").asString();
        Page emil = start("emil");
        workspace.put(path + "/participants/" + emilId, anna, "");
        Locator invitation =
                section(emil, "Zu tun").locator("li", hasText("Runde der Eingeladenen"));
        assertThat(invitation).isVisible();
        invitation.getByText("Ansehen").click();
        emil.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Ablehnen")).click();
        assertThat(emil.getByText("Diese Gruppe gibt es nicht.")).isVisible();
        emil.navigate(workspace.address() + "/");
        assertThat(section(emil, "Zu tun").locator("li").first()).isVisible();
        assertThat(invitation).hasCount(0);
        workspace.post(path + "/archive", anna, "");
    }

    @Test
    void what_is_new_comes_with_its_reason() {
        Page bekir = start("bekir");
        JsonNode motion = newMotion("Bänke am Fluss");
        Locator news = section(bekir, "Neues").locator("li", hasText("Bänke am Fluss"));
        assertThat(news).containsText("Neuer Antrag · Bund Wendenmark · gerade eben");
        news.getByText("Warum?").click();
        assertThat(news).containsText("Du siehst das, weil");
        workspace.post(
                "/api/motions/" + motion.get("id").asString() + "/discard",
                workspace.tokenOf("emil"),
                "");
    }

    /// Somebody who was never here sees where she is at home, and puts that away when she likes.
    @Test
    void the_first_visit_says_where_one_is_at_home_and_leads_on() {
        String anna = workspace.tokenOf("anna");
        String unit =
                workspace.get("/api/units/by-slug/abteilung-nordstadt", anna).get("id").asString();
        String password =
                workspace
                        .post(
                                "/api/units/" + unit + "/members",
                                anna,
                                """
                                {"name":"Greta Neu","email":"greta@example.org","kind":"FULL"}
                                """)
                        .get("password")
                        .asString();
        Page greta = Browsers.narrow(ColorScheme.LIGHT);
        Door.open(greta, workspace.address(), "greta@example.org", password, "/");
        Locator welcome = greta.locator(".first-steps");
        assertThat(welcome).containsText("Du bist zu Hause in Abteilung Nordstadt");
        assertThat(welcome).containsText("Bekir Aydemir");
        assertThat(welcome.locator("li")).hasCount(3);
        Inspection.atEverySize(greta, "willkommen");
        welcome.getByText("Mach in einer Gruppe mit").click();
        assertThat(greta).hasURL(workspace.address() + "/gruppen");
        greta.goBack();
        greta.getByText("Nicht mehr zeigen").click();
        assertThat(welcome).isHidden();
        greta.reload();
        assertThat(section(greta, "Zu tun")).isVisible();
        assertThat(welcome).isHidden();
    }

    @Test
    void it_passes_at_every_size_and_by_keyboard() {
        Page anna = start("anna");
        assertThat(section(anna, "Neues").locator("li").first()).isVisible();
        Inspection.atEverySize(anna, "start");
    }

    private JsonNode newMotion(String title) {
        return workspace.post(
                "/api/motions", workspace.tokenOf("emil"), "{\"title\":\"%s\"}".formatted(title));
    }

    private Page start(String member) {
        Page page = Browsers.wide(ColorScheme.LIGHT);
        Door.open(page, workspace.address(), member, "/");
        assertThat(page.locator("main h1")).hasText("Start");
        return page;
    }

    private static Locator section(Page page, String heading) {
        return page.locator(
                "main section",
                new Page.LocatorOptions()
                        .setHas(
                                page.getByRole(
                                        AriaRole.HEADING,
                                        new Page.GetByRoleOptions()
                                                .setName(heading)
                                                .setExact(true))));
    }

    private static Locator.LocatorOptions hasText(String text) {
        return new Locator.LocatorOptions().setHasText(text);
    }
}
