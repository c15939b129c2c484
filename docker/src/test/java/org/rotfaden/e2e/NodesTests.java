package org.rotfaden.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.RequestOptions;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Several nodes on one PostgreSQL and one Redis, of which each may go at any time, with clients
/// that others wrote. The long proof goes on for a hundred rounds with three nodes.
class NodesTests {

    /// What may happen to them.
    private enum Trouble {
        REDIS_RESTARTED,
        REDIS_GONE,
        POSTGRES_RESTARTED,
        NODE_KILLED,
        NODE_SLOW,
        ROLLING_RESTART
    }

    private static final boolean IS_LONG = Boolean.getBoolean("rotfaden.long");
    private static final int ROUNDS = IS_LONG ? 100 : Trouble.values().length;
    private static final Duration A_WHILE = Duration.ofSeconds(5);
    private static final Duration A_LONG_WHILE = Duration.ofSeconds(60);

    /// Who waits no longer than that was on another node.
    private static final Duration SHORT = Duration.ofMillis(100);

    private static final Duration PAUSE = Duration.ofMillis(60);

    /// How long all that is stored may take to be everywhere.
    private static final Duration AGREEMENT = Duration.ofSeconds(5);

    /// A right that ends has ended everywhere after a second; a machine that does much else has
    /// some more. The test prints what it took.
    private static final Duration AT_ONCE = Duration.ofSeconds(IS_LONG ? 1 : 4);

    /// What waits for the database, the disk and a page, on a machine that does much else.
    private static final Duration SOON = Duration.ofSeconds(10);

    private static final List<String> MEMBERS = List.of("anna", "bekir", "clara", "dilek", "emil");

    private static Constellation all;

    @BeforeAll
    static void start() {
        all = new Constellation(IS_LONG ? 3 : 2);
    }

    @AfterAll
    static void end() {
        all.close();
    }

    @AfterEach
    void closeWindows() {
        Browsers.closeAll();
    }

    @Test
    void whatever_goes_nothing_saved_is_missing_and_all_agree() throws IOException {
        long seed = System.nanoTime();
        System.out.println("Nodes: seed " + seed);
        var chance = new Random(seed);
        List<Trouble> troubles = new ArrayList<>(List.of(Trouble.values()));
        List<Duration> back = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round += troubles.size()) {
            write(troubles, chance, round == 0 && IS_LONG ? A_LONG_WHILE : A_WHILE, back);
            Collections.shuffle(troubles, chance);
        }
        back.sort(null);
        System.out.printf(
                "Nodes: %d clients of killed nodes saved words again after p50 %d ms, p95 %d ms%n",
                back.size(), ofHundred(50, back).toMillis(), ofHundred(95, back).toMillis());
    }

    private static Duration ofHundred(int share, List<Duration> sorted) {
        return sorted.get(Math.ceilDiv(sorted.size() * share, 100) - 1);
    }

    /// Clients write into a new document, through one trouble after the other.
    ///
    /// @param back takes how long clients of killed nodes could save nothing
    private static void write(
            List<Trouble> troubles, Random chance, Duration gone, List<Duration> back)
            throws IOException {
        String token = all.node(0).tokenOf("anna");
        JsonNode motion = all.node(0).post("/api/motions", token, "{\"title\":\"Beständig\"}");
        String text = "/api/motions/" + motion.get("id").asString() + "/text";
        String document = motion.get("documentId").asString();
        try (Writers writers = Writers.into(document, all.door.port(), token, PAUSE)) {
            for (Trouble trouble : troubles) {
                writers.awaitMore();
                Workspace node = all.node(chance.nextInt(all.nodes.size()));
                switch (trouble) {
                    case REDIS_RESTARTED -> {
                        all.stopRedis();
                        all.startRedis();
                    }
                    case REDIS_GONE -> {
                        all.stopRedis();
                        pause(gone);
                        writers.awaitMoreOfEach();
                        all.startRedis();
                    }
                    case POSTGRES_RESTARTED -> {
                        all.postgres.kill();
                        pause(Duration.ofSeconds(1));
                        all.postgres.startAgain();
                        all.awaitHealth();
                    }
                    case NODE_KILLED -> {
                        writers.silences();
                        node.kill();
                        pause(A_WHILE);
                        writers.awaitMoreOfEach();
                        writers.silences().stream()
                                .filter(silence -> silence.compareTo(SHORT) > 0)
                                .forEach(back::add);
                        node.startAgain();
                    }
                    case NODE_SLOW -> {
                        Writers.signal("STOP", node.program().handle());
                        pause(Duration.ofSeconds(3));
                        Writers.signal("CONT", node.program().handle());
                    }
                    case ROLLING_RESTART ->
                            all.nodes.forEach(each -> {
                                each.stop();
                                each.startAgain();
                            });
                }
                long since = System.nanoTime();
                writers.freeze();
                expectAgreement(trouble, since, writers, text, token);
                writers.goOn();
                writers.awaitMoreOfEach();
            }
            writers.expectConverged();
            assertThat(writers.acknowledged()).isGreaterThan(troubles.size() * 60);
        }
    }

    private static void expectAgreement(
            Trouble trouble, long since, Writers writers, String path, String token) {
        await().atMost(AGREEMENT)
                .pollInterval(Duration.ofMillis(50))
                .untilAsserted(() -> {
                    String first = all.node(0).text(path, token, "text/plain");
                    writers.expectAcknowledgedIn(first);
                    assertThat(all.nodes)
                            .allMatch(node -> node.text(path, token, "text/plain").equals(first));
                });
        System.out.printf(
                "Nodes: %s, all agree after %d ms%n",
                trouble, Duration.ofNanos(System.nanoTime() - since).toMillis());
    }

    /// While Redis is there nobody waits for the next look at the log.
    @Test
    void words_and_people_on_one_node_are_seen_on_the_other_at_once() {
        String anna = all.node(0).tokenOf("anna");
        JsonNode motion = all.node(0).post("/api/motions", anna, "{\"title\":\"Zusammen\"}");
        int number = motion.get("number").asInt();
        MotionPage one =
                MotionPage.open(
                        Browsers.wide(ColorScheme.LIGHT), all.node(0).address(), "anna", number);
        MotionPage other =
                MotionPage.open(
                        Browsers.narrow(ColorScheme.DARK), all.node(1).address(), "bekir", number);
        List<Duration> crossings = new ArrayList<>();
        for (int time = 0; time < 9; time++) {
            String word = "Wort" + time + " ";
            long since = System.nanoTime();
            one.type(word);
            other.page().getByText(word.strip()).waitFor();
            crossings.add(Duration.ofNanos(System.nanoTime() - since));
        }
        crossings.sort(null);
        assertThat(ofHundred(50, crossings)).isLessThan(Duration.ofSeconds(1));
        other.page().locator(".rf-caret").first().waitFor();
    }

    @Test
    void a_right_that_ends_on_one_node_ends_on_all_with_redis_and_without() {
        expectEndOfRight("mit Redis");
        all.stopRedis();
        try {
            expectEndOfRight("ohne Redis");
        } finally {
            all.startRedis();
        }
    }

    private static void expectEndOfRight(String name) {
        String anna = all.node(0).tokenOf("anna");
        String bekir = all.node(1).tokenOf("bekir");
        String bekirsId = idOf(bekir);
        JsonNode group =
                all.node(0)
                        .post(
                                "/api/groups",
                                anna,
                                """
                                {"name":"Runde %s","purpose":"","kind":"WORKING_GROUP",
                                "admission":"INVITED","units":[]}
                                """
                                        .formatted(name));
        String path = "/api/groups/" + group.get("id").asString();
        all.node(0).put(path + "/participants/" + bekirsId, anna, "");
        await().atMost(SOON)
                .ignoreExceptions()
                .until(() -> !all.node(1).post(path + "/join", bekir, "").isEmpty());
        JsonNode motion = all.node(0).post("/api/motions", anna, "{\"title\":\"Unter uns\"}");
        all.node(0)
                .put(
                        "/api/motions/" + motion.get("id").asString() + "/owner",
                        anna,
                        "{\"type\":\"working-group\",\"id\":\"%s\"}"
                                .formatted(group.get("id").asString()));
        Page page = Browsers.wide(ColorScheme.LIGHT);
        Door.open(page, all.node(1).address(), "bekir", "/gruppen/" + group.get("slug").asString());
        page.locator("main h1", new Page.LocatorOptions().setHasText("Runde " + name)).waitFor();
        LiveSocket socket =
                LiveSocket.open(all.node(1), motion.get("documentId").asString(), bekir);
        String topic = "motion/" + motion.get("id").asString();
        Screen screen = Screen.follow(all.node(1).port(), bekir, topic);
        screen.hears(topic, "following");
        pause(Duration.ofSeconds(1));
        assertThat(socket.isOpen()).isTrue();

        all.node(0).delete(path + "/participants/" + bekirsId, anna);
        long since = System.nanoTime();
        assertThat(socket.closeCode()).isEqualTo(4403);
        Duration closed = Duration.ofNanos(System.nanoTime() - since);
        screen.hears(topic, "following", "ended");
        Duration ended = Duration.ofNanos(System.nanoTime() - since);
        screen.close();
        page.getByText("Diese Gruppe gibt es nicht.").waitFor();
        Duration gone = Duration.ofNanos(System.nanoTime() - since);
        System.out.printf(
                "Nodes: %s, a socket closed after %d ms, a subscription after %d ms, a page after"
                        + " %d ms%n",
                name, closed.toMillis(), ended.toMillis(), gone.toMillis());
        assertThat(closed).isLessThan(AT_ONCE);
        assertThat(ended).isLessThan(AT_ONCE);
        assertThat(gone).isLessThan(AT_ONCE);
    }

    @Test
    void a_screen_on_one_node_hears_what_happens_on_the_other_and_what_it_missed_it_knows_of() {
        String anna = all.node(0).tokenOf("anna");
        String me = idOf(anna);
        JsonNode motion = all.node(0).post("/api/motions", anna, "{\"title\":\"Gehört\"}");
        String topic = "motion/" + motion.get("id").asString();
        String owner = "/api/motions/" + motion.get("id").asString() + "/owner";
        String hers = "{\"type\":\"member\",\"id\":\"%s\"}".formatted(me);
        String everybodys =
                "{\"type\":\"association\",\"id\":\"00000000-0000-0000-0000-000000000000\"}";
        String unknown = "motion/00000000-0000-0000-0000-000000000001";
        try (var cable = new Cable(all.node(1).port());
                Screen screen = Screen.follow(cable.port(), anna, topic, unknown)) {
            screen.hears(topic, "following");
            screen.hears(unknown, "refused");
            all.node(0).put(owner, anna, hers);
            screen.hears(topic, "following", "motion.handed-over");

            cable.cut();
            await().until(screen::isClosed);
            all.node(0).put(owner, anna, everybodys);
            cable.mend();
            screen.hears(topic, "following", "motion.handed-over", "following");
            List<Long> versions =
                    screen.messages(topic).stream()
                            .map(message -> message.get("version").asLong())
                            .toList();
            assertThat(versions.get(1)).isEqualTo(versions.get(0) + 1);
            assertThat(versions.get(2)).isEqualTo(versions.get(1) + 1);
            all.node(0).put(owner, anna, hers);
            screen.hears(
                    topic, "following", "motion.handed-over", "following", "motion.handed-over");
        }
    }

    @Test
    void a_browser_and_a_program_on_one_node_hear_what_happens_and_ends_on_the_other() {
        String emil = all.node(0).tokenOf("emil");
        JsonNode motion = all.node(0).post("/api/motions", emil, "{\"title\":\"Im Saal\"}");
        String topic = "motion/" + motion.get("id").asString();
        Page page = Browsers.wide(ColorScheme.LIGHT);
        Door.open(page, all.node(1).address(), "emil", "/antraege");
        var browser = BrowserScreen.follow(page, topic);
        browser.hears("following");
        String token = all.node(0).tokenOf("emil");
        try (var program = JavaScreen.follow(all.node(1).port(), token, topic)) {
            program.hears("following");
            all.node(0)
                    .put(
                            "/api/motions/" + motion.get("id").asString() + "/owner",
                            emil,
                            "{\"type\":\"member\",\"id\":\"%s\"}".formatted(idOf(emil)));
            browser.hears("following", "motion.handed-over");
            program.hears("following", "motion.handed-over");
            all.node(0).delete("/api/logins/" + browser.logIn(), emil);
            JsonNode newest = all.node(0).get("/api/tokens", token).get(0);
            all.node(0).delete("/api/tokens/" + newest.get("id").asString(), token);
            browser.hears("following", "motion.handed-over", "ended");
            program.hears("following", "motion.handed-over", "ended");
            await().until(() -> !program.isConnected());
        }
    }

    /// What the interface for programs shows on one node is the measure for the other.
    @Test
    void everybody_follows_on_one_node_what_she_may_read_on_the_other_and_nothing_else() {
        Map<String, String> subjects = subjects();
        Map<String, String> wrong = new TreeMap<>();
        for (String member : MEMBERS) {
            String token = all.node(0).tokenOf(member);
            String me = idOf(token);
            try (Screen screen =
                    Screen.follow(
                            all.node(1).port(), token, subjects.keySet().toArray(String[]::new))) {
                await().atMost(SOON)
                        .until(() ->
                                subjects.keySet().stream()
                                        .noneMatch(topic -> screen.events(topic).isEmpty()));
                subjects.forEach((topic, path) -> {
                    boolean isOfAnother = topic.startsWith("member/") && !topic.endsWith(me);
                    boolean shown = !isOfAnother && all.node(0).shows(path, token);
                    String answer = screen.events(topic).getFirst();
                    if (!answer.equals(shown ? "following" : "refused")) {
                        wrong.put(member + " " + topic, answer);
                    }
                });
            }
        }
        assertThat(wrong).isEmpty();
    }

    /// Of every type, with some that are not for everybody.
    ///
    /// @return topics, with where the interface for programs shows their subject
    private static Map<String, String> subjects() {
        Workspace node = all.node(0);
        String anna = node.tokenOf("anna");
        JsonNode secret =
                node.post(
                        "/api/groups",
                        anna,
                        """
                        {"name":"Nur für Geladene","purpose":"","kind":"WORKING_GROUP",
                        "admission":"INVITED","units":[]}
                        """);
        String group = secret.get("id").asString();
        assertThat(node.shows("/api/groups/" + group, node.tokenOf("bekir"))).isFalse();
        for (String owner :
                List.of(
                        "{\"type\":\"working-group\",\"id\":\"%s\"}".formatted(group),
                        "{\"type\":\"member\",\"id\":\"%s\"}".formatted(idOf(anna)))) {
            JsonNode motion = node.post("/api/motions", anna, "{\"title\":\"Für wenige\"}");
            node.put("/api/motions/" + motion.get("id").asString() + "/owner", anna, owner);
        }
        Map<String, String> subjects = new LinkedHashMap<>();
        subjects.put("association/00000000-0000-0000-0000-000000000000", "/api/association");
        JsonNode unit = node.get("/api/units/by-slug/abteilung-nordstadt", anna);
        add(subjects, "unit", "/api/units/", unit);
        node.get("/api/units/" + unit.get("id").asString() + "/bodies", anna)
                .forEach(one -> add(subjects, "body", "/api/bodies/", one));
        for (String member : MEMBERS) {
            subjects.put("member/" + idOf(node.tokenOf(member)), "/api/members/me");
        }
        node.get("/api/groups", anna)
                .get("items")
                .forEach(one -> add(subjects, "working-group", "/api/groups/", one));
        node.get("/api/motions", anna)
                .get("items")
                .forEach(one -> add(subjects, "motion", "/api/motions/", one));
        subjects.put(
                "motion/00000000-0000-0000-0000-000000000001",
                "/api/motions/00000000-0000-0000-0000-000000000001");
        return subjects;
    }

    private static void add(
            Map<String, String> subjects, String type, String path, JsonNode subject) {
        String id = subject.get("id").asString();
        subjects.put(type + "/" + id, path + id);
    }

    private static String idOf(String token) {
        return all.node(0).get("/api/members/me", token).get("id").asString();
    }

    @Test
    void a_log_in_holds_on_every_node_and_is_not_changed_by_asking_another_one() {
        Page page = Browsers.wide(ColorScheme.LIGHT);
        Door.open(page, all.node(0).address(), "clara", "/antraege");
        page.waitForSelector(".page");
        assertThat(cookie(page, "rotfaden-session")).endsWith(".node-1");
        String before = logIn(page);
        for (int time = 0; time < 3; time++) {
            APIResponse me =
                    page.request()
                            .get(
                                    all.node(1).address() + "/api/members/me",
                                    RequestOptions.create()
                                            .setHeader("Accept", "application/json"));
            assertThat(me.status()).isEqualTo(200);
        }
        assertThat(logIn(page)).isEqualTo(before);
        page.navigate(all.node(1).address() + "/antraege");
        page.waitForSelector(".page");
        page.navigate(all.node(0).address() + "/konto");
        page.waitForSelector(".page");
    }

    private static String logIn(Page page) {
        return cookie(page, "rotfaden-login");
    }

    private static String cookie(Page page, String name) {
        return page.context().cookies().stream()
                .filter(cookie -> cookie.name.equals(name))
                .map(cookie -> cookie.value)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void nodes_that_start_together_on_an_empty_database_begin_as_one() throws SQLException {
        all.postgres.create("leer");
        List<Workspace> two = all.more(2, "leer");
        try {
            assertThat(two.get(0).get("/api/motions", two.get(1).tokenOf("anna")).get("items"))
                    .isEqualTo(
                            two.get(1).get("/api/motions", two.get(0).tokenOf("anna")).get("items"))
                    .isNotEmpty();
        } finally {
            two.forEach(Workspace::close);
        }
    }

    @Test
    void a_page_whose_node_is_killed_goes_on_at_another_and_its_words_are_saved() {
        String anna = all.node(0).tokenOf("anna");
        JsonNode motion = all.node(0).post("/api/motions", anna, "{\"title\":\"Weiter\"}");
        Workspace dying = all.node(1);
        try (Cable line = new Cable(dying.port(), all.node(0).port())) {
            MotionPage page =
                    MotionPage.open(
                            Browsers.wide(ColorScheme.LIGHT),
                            line.address(),
                            "anna",
                            motion.get("number").asInt());
            page.type("Brot ");
            page.awaitStatus("gespeichert");
            dying.kill();
            page.type("und Rosen ");
            page.awaitStatus("gespeichert");
            assertThat(
                            all.node(0)
                                    .text(
                                            "/api/motions/" + motion.get("id").asString() + "/text",
                                            anna,
                                            "text/plain"))
                    .contains("Brot und Rosen");
        } finally {
            dying.ensureAlive();
        }
    }

    private static void pause(Duration duration) {
        await().pollDelay(duration).atMost(duration.plusSeconds(5)).until(() -> true);
    }
}
