package org.rotfaden.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Old state and what has happened since are the same as what is loaded now, on every page.
class LivePagesTests {

    /// Words that change by themselves, and those of the motion, which have a road of their own.
    private static final String WORDS =
            """
            () => {
                const left = 'time, rotfaden-editor, vaadin-notification-container, script, style';
                const words = [];
                const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
                while (texts.nextNode()) {
                    const text = texts.currentNode;
                    if (!text.parentElement.closest(left) && text.data.trim()) {
                        words.push(text.data.trim());
                    }
                }
                return words;
            }
            """;

    private static Workspace workspace;
    private static String anna;
    private static String bekir;

    @BeforeAll
    static void an_association_of_their_own() {
        workspace =
                Workspace.start(
                        "live-pages",
                        "--rotfaden.pace.beginning.at-once=1000",
                        "--rotfaden.pace.acting.at-once=100000");
        anna = workspace.tokenOf("anna");
        bekir = workspace.tokenOf("bekir");
    }

    @AfterEach
    void closeWindows() {
        Browsers.closeAll();
    }

    @AfterAll
    static void end() {
        workspace.close();
    }

    @Test
    void what_is_open_shows_in_the_end_what_is_loaded_then() {
        String unit = "/gliederungen/abteilung-nordstadt";
        String unitId = idOf("/api/units/by-slug/abteilung-nordstadt");
        JsonNode body = workspace.get("/api/units/" + unitId + "/bodies", anna).get(0);
        JsonNode group = workspace.get("/api/groups", bekir).at("/items/0");
        JsonNode motion = firstMotion();
        List<String> paths =
                List.of(
                        "/",
                        "/antraege",
                        "/antraege/" + motion.get("number").asString(),
                        "/gliederungen",
                        unit,
                        unit + "/menschen",
                        unit + "/rechte",
                        "/gremien/" + body.get("slug").asString(),
                        "/gruppen",
                        "/gruppen/" + group.get("slug").asString(),
                        "/antraege?von=" + unit.substring(1),
                        unit + "/antraege",
                        unit + "/ueber",
                        "/gruppen/" + group.get("slug").asString() + "/menschen",
                        "/gremien/" + body.get("slug").asString() + "/neu-gewaehlt",
                        "/mitglieder",
                        "/personen/" + slugOf("clara"),
                        "/konto",
                        "/verband",
                        "/verband/einstellungen");
        Map<String, Page> ofAnna = open("anna", paths);
        Map<String, Page> ofBekir = open("bekir", paths.subList(0, 10));

        act(unitId, group, motion);

        expectTheSame(ofAnna);
        expectTheSame(ofBekir);
    }

    /// The same page shows one after the other, also after it had to close.
    @Test
    void who_is_put_out_of_one_group_is_told_so_and_follows_the_next() {
        JsonNode one = groupWithBekir("Erste Runde");
        JsonNode other = groupWithBekir("Zweite Runde");
        Page page = Browsers.wide(ColorScheme.LIGHT);
        Door.open(page, workspace.address(), "bekir", "/gruppen/" + one.get("slug").asString());
        assertThat(page.locator("main h1").textContent()).isEqualTo("Erste Runde");
        putOut(one);
        page.getByText("Diese Gruppe gibt es nicht.").waitFor();
        page.locator(".rail a", new Page.LocatorOptions().setHasText("Zweite Runde")).click();
        page.locator("main h1", new Page.LocatorOptions().setHasText("Zweite Runde")).waitFor();
        putOut(other);
        page.getByText("Diese Gruppe gibt es nicht.").waitFor();
        invite(other);
        page.locator("main h1", new Page.LocatorOptions().setHasText("Zweite Runde")).waitFor();
    }

    @Test
    void what_happens_while_a_page_opens_is_on_it() throws InterruptedException {
        Page first = Browsers.wide(ColorScheme.LIGHT);
        Door.open(first, workspace.address(), "bekir", "/gruppen");
        Thread acting =
                Thread.startVirtualThread(() -> {
                    for (int number = 1; number <= 60; number++) {
                        groupWithBekir("Runde " + number);
                    }
                });
        List<Page> opened = new ArrayList<>();
        while (acting.isAlive() && opened.size() < 6) {
            Page page = first.context().newPage();
            page.navigate(workspace.address() + "/gruppen");
            expectPage("/gruppen", page);
            opened.add(page);
        }
        acting.join();
        opened.forEach(page -> expectTheSame(Map.of("/gruppen", page)));
    }

    /// Not even that something happens, of which she may not know.
    @Test
    void of_what_a_page_does_not_show_its_browser_hears_nothing() {
        String motion = firstMotion().get("id").asString();
        Page page = Browsers.wide(ColorScheme.LIGHT);
        AtomicInteger heard = new AtomicInteger();
        page.onWebSocket(line -> line.onFrameReceived(_ -> heard.incrementAndGet()));
        String farida = "/personen/" + slugOf("farida-osman");
        Door.open(page, workspace.address(), "bekir", farida);
        Browsers.settle(page);
        int before = heard.get();
        for (int time = 0; time < 10; time++) {
            takeBack(give("farida-osman", "WRITER", "motion", motion));
        }
        String group =
                workspace
                        .post(
                                "/api/groups",
                                workspace.tokenOf("farida-osman"),
                                """
                                {"name":"Faridas Runde","purpose":"","kind":"WORKING_GROUP",
                                "admission":"OPEN","units":[]}
                                """)
                        .get("id")
                        .asString();
        workspace.post("/api/groups/" + group + "/join", bekir, "");
        page.locator("main", new Page.LocatorOptions().setHasText("Faridas Runde")).waitFor();
        assertThat(heard.get() - before).isLessThan(8);
    }

    @Test
    void what_is_opened_and_typed_in_the_list_of_units_stays() {
        Page page = Browsers.wide(ColorScheme.LIGHT);
        Door.open(page, workspace.address(), "bekir", "/gliederungen");
        page.locator(".branches .branches .toggle").first().click();
        Browsers.settle(page);
        int open = page.locator("[aria-expanded=true]").count();
        Locator filter = page.getByLabel("Nach Namen suchen");
        filter.focus();
        newTree("Eine Jugend");
        page.getByText("Eine Jugend", new Page.GetByTextOptions().setExact(true)).waitFor();
        assertThat(page.locator("[aria-expanded=true]").count()).isEqualTo(open);
        assertThat(page.evaluate("document.activeElement.closest('vaadin-text-field') !== null"))
                .isEqualTo(true);
    }

    /// How many there are may be known where nobody's name is.
    @Test
    void how_many_belong_somewhere_changes_also_for_those_who_see_no_names() {
        String slug = "kreisverband-hohe-wiede";
        String below = idOf("/api/units/by-slug/ortsverein-lindau-am-wehr");
        Page page = Browsers.wide(ColorScheme.LIGHT);
        Door.open(page, workspace.address(), "bekir", "/gliederungen/" + slug);
        Object before = words(page);
        assertThat(page.locator(".members").count()).as("names").isZero();
        workspace.post(
                "/api/units/" + below + "/members",
                anna,
                """
                {"name":"Gerda","email":"gerda@example.org","kind":"FULL"}
                """);
        await().untilAsserted(() -> assertThat(words(page)).isNotEqualTo(before));
        expectTheSame(Map.of("/gliederungen/" + slug, page));
    }

    @Test
    void a_question_goes_with_the_page_that_asked_it() {
        JsonNode role = give("dilek", "ADMINISTRATOR", "association", new UUID(0, 0).toString());
        Page page = Browsers.wide(ColorScheme.LIGHT);
        Door.open(page, workspace.address(), "dilek", "/mitglieder");
        page.getByText("Mitglied aufnehmen").click();
        page.locator("vaadin-dialog[opened]")
                .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED));
        takeBack(role);
        page.locator(".trouble").waitFor();
        page.locator("vaadin-dialog[opened]")
                .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
    }

    private static JsonNode give(String member, String role, String where, String id) {
        return workspace.post(
                "/api/grants",
                anna,
                """
                {"memberId":"%s","role":"%s","subjectType":"%s","subjectId":"%s"}
                """
                        .formatted(memberId(member), role, where, id));
    }

    private static void takeBack(JsonNode role) {
        workspace.delete("/api/grants/" + role.get("id").asString(), anna);
    }

    private static JsonNode groupWithBekir(String name) {
        JsonNode group =
                workspace.post(
                        "/api/groups",
                        anna,
                        """
                        {"name":"%s","purpose":"","kind":"WORKING_GROUP","admission":"INVITED",
                        "units":[]}
                        """
                                .formatted(name));
        invite(group);
        workspace.post("/api/groups/" + group.get("id").asString() + "/join", bekir, "");
        return group;
    }

    private static void invite(JsonNode group) {
        workspace.put(
                "/api/groups/%s/participants/%s"
                        .formatted(group.get("id").asString(), memberId("bekir")),
                anna,
                "");
    }

    private static void putOut(JsonNode group) {
        workspace.delete(
                "/api/groups/%s/participants/%s"
                        .formatted(group.get("id").asString(), memberId("bekir")),
                anna);
    }

    /// One thing of each kind, by programs.
    private static void act(String unit, JsonNode group, JsonNode motion) {
        String clara = memberId("clara");
        String groupPath = "/api/groups/" + group.get("id").asString();
        workspace.newMotion("Ein neuer Antrag");
        workspace.put(
                "/api/motions/" + motion.get("id").asString() + "/owner",
                anna,
                "{\"type\":\"unit\",\"id\":\"%s\"}".formatted(unit));
        newTree("Jugend");
        JsonNode at = workspace.get("/api/units/" + unit, anna);
        workspace.post(
                "/api/units",
                anna,
                """
                {"tree":"%s","parent":"%s","level":%d,"name":"Stammtisch"}
                """
                        .formatted(
                                at.get("treeId").asString(),
                                at.get("parentId").asString(),
                                at.get("level").asInt()));
        workspace.post(
                "/api/groups",
                anna,
                """
                {"name":"Neue Gruppe","purpose":"","kind":"WORKING_GROUP","admission":"OPEN",
                "units":["%s"]}
                """
                        .formatted(unit));
        workspace.put("/api/members/" + clara + "/right", anna, "{\"right\":\"WRITE\"}");
        workspace.post(groupPath + "/join", workspace.tokenOf("clara"), "");
        give("bekir", "ADMINISTRATOR", "unit", unit);
        workspace.put("/api/members/me/followings/" + unit, bekir, "");
        workspace.post(
                "/api/members",
                anna,
                "{\"name\":\"Friedrich\",\"email\":\"friedrich@example.org\",\"right\":\"WRITE\"}");
    }

    private static void newTree(String name) {
        workspace.post(
                "/api/trees",
                anna,
                """
                {"name":"%s","levels":[{"name":"Land","plural":"Länder"}]}
                """
                        .formatted(name));
    }

    private static Map<String, Page> open(String member, List<String> paths) {
        Map<String, Page> pages = new LinkedHashMap<>();
        Page first = Browsers.wide(ColorScheme.LIGHT);
        Door.open(first, workspace.address(), member, paths.getFirst());
        pages.put(paths.getFirst(), first);
        for (String path : paths.subList(1, paths.size())) {
            Page page = first.context().newPage();
            page.navigate(workspace.address() + path);
            pages.put(path, page);
        }
        pages.forEach(LivePagesTests::expectPage);
        return pages;
    }

    private static void expectPage(String path, Page page) {
        assertThat(page.locator(".page, main h1").first().textContent()).as(path).isNotEmpty();
        assertThat(page.locator(".page").count()).as("whether there is a page at " + path).isOne();
    }

    private static void expectTheSame(Map<String, Page> pages) {
        Page fresh = pages.values().iterator().next().context().newPage();
        List<String> different = new ArrayList<>();
        pages.forEach((path, page) -> {
            fresh.navigate(workspace.address() + path);
            fresh.waitForSelector(".page");
            Browsers.settle(fresh);
            try {
                await().atMost(Duration.ofSeconds(3))
                        .untilAsserted(() -> assertThat(words(page)).isEqualTo(words(fresh)));
            } catch (org.awaitility.core.ConditionTimeoutException differs) {
                different.add(path + ": " + differs.getMessage());
            }
        });
        assertThat(different).isEmpty();
    }

    private static Object words(Page page) {
        return page.evaluate(WORDS);
    }

    /// The association's.
    private static JsonNode firstMotion() {
        JsonNode items = workspace.get("/api/motions?most=200", anna).get("items");
        return StreamSupport.stream(items.spliterator(), false)
                .filter(one -> one.get("number").asInt() == 1)
                .findFirst()
                .orElseThrow();
    }

    private static String idOf(String path) {
        return workspace.get(path, anna).get("id").asString();
    }

    private static String memberId(String name) {
        return sampleMember(name).get("id").asString();
    }

    private static String slugOf(String name) {
        return sampleMember(name).get("name").asString().toLowerCase(Locale.ROOT).replace(' ', '-');
    }

    private static JsonNode sampleMember(String name) {
        JsonNode items = workspace.get("/api/members?most=200", anna).get("items");
        return StreamSupport.stream(items.spliterator(), false)
                .filter(one -> one.get("email").asString().equals(name + "@example.org"))
                .findFirst()
                .orElseThrow();
    }
}
