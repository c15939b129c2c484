package org.rotfaden.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Members talk, in one thread and beside a motion.
class ThreadTests extends WithSampleAssociation {

    private static final String HOSTILE =
            "<img src=x onerror=\"window.hit=1\"> <script>window.hit=1</script>"
                    + " javascript:window.hit=1";

    @Test
    void a_thread_is_begun_in_a_place_and_others_answer_at_once() {
        Page anna = open("anna", "/gremien/vorstand-abteilung-nordstadt/gespraeche", false);
        anna.getByRole(AriaRole.BUTTON, named("Gespräch beginnen")).click();
        anna.getByLabel("Worum geht es?").fill("Neuer Schlüssel");
        anna.getByLabel("Erster Beitrag").fill("Wer hat den **Schlüssel**?\n- ich nicht");
        Inspection.atEverySize(anna, "gespraech-beginnen");
        anna.locator(".composer-send").click();
        assertThat(anna).hasURL(Pattern.compile(".*/gespraeche/\\d+"));
        assertThat(anna.locator("main h1")).hasText("Neuer Schlüssel");
        assertThat(anna.locator(".post strong")).hasText("Schlüssel");

        Page bekir = open("bekir", pathOf(anna), true);
        write(bekir, "Ich habe ihn.");
        assertThat(posts(anna)).hasCount(2);
        assertThat(posts(anna).last()).containsText("Ich habe ihn.");
        assertThat(anna.locator(".first-unread")).hasCount(1);

        act(anna, posts(anna).last(), "Danke");
        assertThat(posts(bekir).last().locator(".reaction")).hasText("Danke1");
        posts(bekir).first().getByText("Antworten").click();
        assertThat(bekir.locator(".composer-answers")).containsText("Antwort an Anna Lindqvist");
        write(bekir, "Am Brett im Büro.");
        assertThat(posts(anna)).hasCount(3);
        assertThat(anna.locator(".post-answer")).hasCount(1);
        assertThat(posts(anna).nth(1)).containsText("Am Brett");
        Inspection.atEverySize(anna, "gespraech");
    }

    @Test
    void what_is_edited_shows_what_stood_there_and_what_is_deleted_comes_back() {
        Page anna = thread("Zum Ändern", "Erste Fassung");
        Page bekir = open("bekir", pathOf(anna), false);
        act(anna, posts(anna).first(), "Ändern");
        Locator field = anna.getByLabel("Du änderst deinen Beitrag.");
        assertThat(field).hasValue("Erste Fassung");
        field.fill("Zweite Fassung");
        anna.keyboard().press("Control+Enter");
        assertThat(posts(bekir).first()).containsText("Zweite Fassung");
        posts(bekir).first().getByText("geändert").click();
        assertThat(bekir.getByRole(AriaRole.DIALOG)).containsText("Erste Fassung");
        bekir.keyboard().press("Escape");

        anna.getByRole(AriaRole.BUTTON, named("Rückgängig")).click();
        assertThat(posts(bekir).first()).containsText("Erste Fassung");
        assertThat(posts(bekir).first().getByText("geändert")).hasCount(0);

        write(bekir, "Ein Wort zu viel");
        assertThat(posts(anna)).hasCount(2);
        act(bekir, posts(bekir).last(), "Löschen");
        assertThat(posts(anna)).hasCount(1);
        bekir.getByRole(AriaRole.BUTTON, named("Rückgängig")).click();
        assertThat(posts(anna)).hasCount(2);
    }

    @Test
    void what_is_half_written_is_there_after_everything() {
        Page anna = thread("Mit Entwurf", "Anfang");
        anna.getByLabel("Beitrag", exactly()).fill("halb fertig");
        posts(anna).first().getByText("Antworten").click();
        anna.reload();
        assertThat(anna.getByLabel("Beitrag", exactly())).hasValue("halb fertig");
        assertThat(anna.locator(".composer-answers")).containsText("Anna Lindqvist");
        anna.keyboard().press("Tab");
        anna.locator(".composer-send").click();
        assertThat(anna.locator(".post-answer")).containsText("halb fertig");
        anna.reload();
        assertThat(anna.getByLabel("Beitrag", exactly())).hasValue("");
    }

    @Test
    void what_is_posted_without_a_line_waits_and_is_there_once() {
        Page anna = thread("Funkloch", "Anfang");
        Page bekir = open("bekir", pathOf(anna), true);
        bekir.context().setOffline(true);
        write(bekir, "aus dem Funkloch");
        assertThat(bekir.locator(".post-underway")).containsText("wartet auf Verbindung");
        assertThat(posts(anna)).hasCount(1);
        bekir.context().setOffline(false);
        assertThat(posts(anna)).hasCount(2);
        assertThat(bekir.locator(".post-underway")).hasCount(0);
        bekir.reload();
        assertThat(posts(bekir)).hasCount(2);
    }

    @Test
    void whose_words_come_too_late_keeps_them() {
        Page anna = thread("Bald zu", "Anfang");
        Page bekir = open("bekir", pathOf(anna), false);
        bekir.getByLabel("Beitrag", exactly()).fill("Moment noch");
        anna.locator("main").getByRole(AriaRole.MENUITEM, in("Verwalten")).click();
        anna.getByRole(AriaRole.MENUITEM, menu("Gespräch schließen")).click();
        assertThat(bekir.locator(".composer-trouble")).containsText("geschlossen");
        assertThat(bekir.getByLabel("Beitrag", exactly())).hasValue("Moment noch");
        bekir.keyboard().press("Control+Enter");
        anna.locator("vaadin-notification-card").getByText("Rückgängig").click();
        assertThat(bekir.locator(".composer-send")).isVisible();
    }

    @Test
    void members_are_mentioned_whatever_they_are_called() {
        Page anna = thread("Mit Namen", "Anfang");
        Locator field = anna.getByLabel("Beitrag", exactly());
        field.click();
        anna.keyboard().type("Hallo @Sarık");
        assertThat(anna.getByRole(AriaRole.LISTBOX)).containsText("Dilek Sarıkaya");
        assertThat(anna.getByRole(AriaRole.LISTBOX)).containsText("liest hier nicht mit");
        anna.keyboard().press("Enter");
        assertThat(field).hasValue("Hallo @Dilek Sarıkaya ");
        assertThat(anna.locator(".composer-hint"))
                .hasText("Dilek Sarıkaya liest hier nicht mit und erfährt davon nichts.");
        anna.keyboard().type("und @Arbeitskreis Woh");
        anna.getByRole(AriaRole.OPTION).getByText("Arbeitskreis Wohnen im Hafen").click();
        anna.keyboard().press("Control+Enter");
        assertThat(posts(anna).last().locator(".mention"))
                .hasText(new String[] {"@Dilek Sarıkaya", "@Arbeitskreis Wohnen im Hafen"});
    }

    @Test
    void nothing_that_is_written_runs() {
        Page anna = thread(HOSTILE, HOSTILE);
        write(anna, HOSTILE);
        anna.setInputFiles(
                "input[type=file]",
                new FilePayload[] {
                    file(
                            "bild.png",
                            "<svg onload=\"alert(1)\" xmlns=\"http://www.w3.org/2000/svg\"/>")
                });
        assertThat(anna.locator(".composer-trouble")).containsText("bild.png");
        act(anna, posts(anna).first(), "Zitieren");
        assertThat(anna.getByLabel("Beitrag", exactly())).hasValue(Pattern.compile("schrieb"));
        anna.keyboard().press("Control+Enter");
        assertThat(posts(anna)).hasCount(3);
        anna.navigate(workspace.address() + "/gremien/vorstand-abteilung-nordstadt/gespraeche");
        assertThat(anna.locator(".threads")).containsText("onerror");
        assertThat(anna.evaluate("() => window.hit")).isNull();
    }

    @Test
    void a_post_carries_files_for_those_who_read_it() {
        Page anna = thread("Mit Anhang", "Anfang");
        anna.setInputFiles(
                "input[type=file]", new FilePayload[] {file("Liste Übersicht.txt", "Anna\nBekir")});
        assertThat(anna.getByLabel("Liste Übersicht.txt doch nicht anhängen")).isVisible();
        write(anna, "Hier ist die Liste.");
        Locator link = posts(anna).last().locator(".post-files a");
        assertThat(link).hasText("Liste Übersicht.txt");
        String file = link.getAttribute("href");
        assertThat(anna.request().get(workspace.address() + "/" + file).text())
                .isEqualTo("Anna\nBekir");
        Page emil = open("emil", "/", false);
        assertThat(emil.request().get(workspace.address() + "/" + file).status()).isEqualTo(404);
        act(anna, posts(anna).last(), "Löschen");
        assertThat(posts(anna)).hasCount(1);
        assertThat(anna.request().get(workspace.address() + "/" + file).status()).isEqualTo(404);
    }

    @Test
    void whoever_may_not_read_finds_nothing_there() {
        Page anna = thread("Nur für uns", "Geheim");
        Page emil = open("emil", "/", false);
        emil.navigate(anna.url());
        assertThat(emil.locator("main")).not().containsText("Geheim");
        assertThat(emil.locator("main h1")).hasText(Pattern.compile("gibt es nicht|nicht"));
        emil.navigate(workspace.address() + "/gremien/vorstand-abteilung-nordstadt/gespraeche");
        assertThat(emil.locator(".tabs")).not().containsText("Gespräche");
    }

    @Test
    void a_long_thread_opens_where_reading_goes_on_and_moves_nothing() {
        String token = workspace.tokenOf("anna");
        Page anna = thread("Viel zu lesen", "Anfang");
        String id = threadId(anna, token);
        for (int number = 1; number <= 80; number++) {
            say(token, id, "Beitrag " + number);
        }
        Page bekir = open("bekir", pathOf(anna), false);
        assertThat(posts(bekir).first()).isInViewport();
        bekir.getByRole(AriaRole.BUTTON, named("Spätere Beiträge")).click();
        assertThat(posts(bekir)).hasCount(81);
        posts(bekir).nth(40).scrollIntoViewIfNeeded();
        double before = top(posts(bekir).nth(40));
        say(token, id, "Ganz neu");
        assertThat(bekir.locator(".pill")).hasText("1 neuer Beitrag");
        assertThat(top(posts(bekir).nth(40))).isEqualTo(before);
        bekir.locator(".pill").click();
        assertThat(posts(bekir).last()).isInViewport();
        String bekirs = workspace.tokenOf("bekir");
        await().until(() -> workspace.get("/api/threads/" + id, bekirs).get("unread").asInt() == 0);
        bekir.reload();
        assertThat(posts(bekir).last()).isInViewport();
        assertThat(bekir.locator(".first-unread")).hasCount(0);
    }

    @Test
    void words_of_a_motion_are_commented_on_and_the_comment_is_resolved() {
        int number = workspace.newMotion("Zum Kommentieren");
        Page anna = open("anna", "/antraege/" + number, false);
        anna.click(".rf-text");
        anna.keyboard().type("Der Bus fährt jede Stunde.");
        anna.waitForSelector("[data-state=saved]");
        anna.keyboard().press("Home");
        anna.keyboard().press("Control+Shift+ArrowRight");
        anna.keyboard().press("Control+Shift+ArrowRight");
        anna.waitForFunction("() => getSelection().toString().trim() === 'Der Bus'");
        anna.keyboard().press("Control+Alt+m");
        assertThat(anna.locator(".talk-one .comment-quoted")).containsText("Der Bus");
        anna.getByLabel("Kommentar", exactly()).fill("Welcher Bus?");
        anna.keyboard().press("Control+Enter");
        assertThat(anna.locator(".talk-one .post")).containsText("Welcher Bus?");

        Page bekir = open("bekir", "/antraege/" + number, true);
        bekir.getByRole(AriaRole.BUTTON, named("Gespräch")).click();
        assertThat(bekir.locator(".comment")).containsText("Welcher Bus?");
        Inspection.of(bekir, "antrag-gespraech-telefon");
        bekir.locator(".comment").click();
        bekir.locator(".talk-one .composer textarea").fill("Die N7.");
        bekir.locator(".talk-one .composer-send").click();
        assertThat(anna.locator(".talk-one .post")).hasCount(2);
        Inspection.atEverySize(anna, "antrag-kommentar");

        anna.getByRole(AriaRole.BUTTON, named("Erledigt")).click();
        assertThat(anna.locator("rotfaden-comments details")).containsText("1 erledigter");
        anna.locator("vaadin-notification-card").getByText("Rückgängig").click();
        assertThat(anna.locator("rotfaden-comments .comment")).isVisible();

        anna.click(".rf-text");
        anna.keyboard().press("Control+a");
        anna.keyboard().type("Anders.");
        assertThat(anna.locator("rotfaden-comments .comment"))
                .containsText("Die Worte sind gelöscht");
    }

    /// Nobody types into the motion below the sheet.
    @Test
    void on_a_phone_a_comment_is_written_in_the_sheet_and_nowhere_else() {
        int number = workspace.newMotion("Vom Telefon");
        Page bekir = open("bekir", "/antraege/" + number, true);
        bekir.locator(".rf-title").click();
        bekir.keyboard().press("Home");
        bekir.keyboard().press("Shift+End");
        bekir.waitForFunction("() => getSelection().toString() === 'Vom Telefon'");
        bekir.keyboard().press("Control+Alt+m");
        Locator field = bekir.getByLabel("Kommentar", exactly());
        assertThat(field).isFocused();
        bekir.keyboard().type("Gut so.");
        assertThat(field).hasValue("Gut so.");
        bekir.reload();
        bekir.getByRole(AriaRole.BUTTON, named("Gespräch")).click();
        bekir.getByText("Angefangener Kommentar zu „Vom Telefon“").click();
        assertThat(field).hasValue("Gut so.");
        bekir.keyboard().press("Escape");
        assertThat(bekir.locator("rotfaden-comments")).isFocused();
        assertThat(bekir.locator(".rf-title")).hasText("Vom Telefon");
    }

    @Test
    void one_post_is_edited_at_a_time_and_what_others_do_takes_nothing_away() {
        Page anna = thread("Zwei Änderungen", "Erster");
        write(anna, "Zweiter");
        Locator field = anna.getByLabel("Du änderst deinen Beitrag.");
        act(anna, posts(anna).first(), "Ändern");
        assertThat(field).isFocused();
        anna.keyboard().type(" mit mehr");
        act(anna, posts(anna).last(), "Ändern");
        assertThat(field).hasValue("Zweiter");
        assertThat(field).isFocused();
        anna.keyboard().type(" auch");
        Page bekir = open("bekir", pathOf(anna), false);
        act(bekir, posts(bekir).last(), "Danke");
        act(bekir, posts(bekir).first(), "Danke");
        assertThat(posts(anna).first().locator(".reaction")).hasCount(1);
        assertThat(field).hasValue("Zweiter auch");
        act(anna, posts(anna).first(), "Ändern");
        assertThat(field).hasValue("Erster mit mehr");
    }

    /// In the board of the branch, where Anna and Bekir are.
    private Page thread(String title, String words) {
        String token = workspace.tokenOf("anna");
        String board = board(token);
        JsonNode thread =
                workspace.post(
                        "/api/threads",
                        token,
                        "{\"subject\":{\"type\":\"body\",\"id\":\"%s\"},\"title\":%s,\"text\":%s}"
                                .formatted(board, quoted(title), quoted(words)));
        return open("anna", "/gespraeche/" + thread.get("number").asInt(), false);
    }

    private String board(String token) {
        String unit =
                workspace.get("/api/units/by-slug/abteilung-nordstadt", token).get("id").asString();
        return workspace
                .get("/api/units/" + unit + "/bodies", token)
                .valueStream()
                .filter(body -> body.get("kind").asString().equals("EXECUTIVE_COMMITTEE"))
                .map(body -> body.get("id").asString())
                .findFirst()
                .orElseThrow();
    }

    private static List<JsonNode> items(JsonNode page) {
        return page.get("items").valueStream().toList();
    }

    private static String quoted(String words) {
        return '"' + words.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private String threadId(Page page, String token) {
        int number = Integer.parseInt(pathOf(page).replaceAll("\\D", ""));
        String board = board(token);
        return items(workspace.get("/api/threads?type=body&most=200&id=" + board, token)).stream()
                .filter(thread -> thread.get("number").asInt() == number)
                .map(thread -> thread.get("id").asString())
                .findFirst()
                .orElseThrow();
    }

    private void say(String token, String thread, String words) {
        workspace.post(
                "/api/threads/" + thread + "/posts",
                token,
                "{\"text\":%s}".formatted(quoted(words)));
    }

    private static FilePayload file(String name, String content) {
        return new FilePayload(name, "image/png", content.getBytes(StandardCharsets.UTF_8));
    }

    private static void write(Page page, String words) {
        page.getByLabel("Beitrag", exactly()).fill(words);
        page.locator(".composer-send").click();
    }

    private static Locator posts(Page page) {
        return page.locator("rotfaden-thread > .posts").first().locator("> .post");
    }

    private static void act(Page page, Locator post, String what) {
        post.locator(".post-menu").click();
        page.locator(".post-acts")
                .getByText(what, new Locator.GetByTextOptions().setExact(true))
                .click();
    }

    private static double top(Locator locator) {
        return locator.boundingBox().y;
    }

    private String pathOf(Page page) {
        return page.url().substring(workspace.address().length());
    }

    private static Page.GetByLabelOptions exactly() {
        return new Page.GetByLabelOptions().setExact(true);
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }

    private static Locator.GetByRoleOptions in(String name) {
        return new Locator.GetByRoleOptions().setName(name);
    }

    private static Page.GetByRoleOptions menu(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }

    private Page open(String member, String path, boolean isPhone) {
        Page page = isPhone ? Browsers.narrow(ColorScheme.LIGHT) : Browsers.wide(ColorScheme.LIGHT);
        Door.open(page, workspace.address(), member, path);
        page.waitForSelector(".page");
        return page;
    }
}
