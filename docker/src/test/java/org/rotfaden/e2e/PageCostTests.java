package org.rotfaden.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// What a page costs the server: statements to the database, and memory while it lies open.
class PageCostTests {

    private static final String UNIT = "gliederungen/abteilung-nordstadt";

    /// The pages, and how many bytes of heap each may take while it lies open.
    private static final Map<String, Integer> PAGES = new LinkedHashMap<>();

    static {
        PAGES.put("", 150_000);
        PAGES.put("antraege", 120_000);
        PAGES.put(UNIT, 150_000);
        PAGES.put("antraege/1", 120_000);
    }

    /// Anna takes part in it.
    private static final String GROUP = "arbeitskreis-wohnen-im-hafen";

    private static final int TIMES = 5;
    private static final int MORE = 12;
    private static final int SESSIONS = 200;

    /// Lines of a histogram, but for what fills gaps between objects.
    private static final Pattern COUNTED = Pattern.compile("\\s*\\d+: +\\d+(?!.*Filler).*");

    private static final List<String> MEMBERS = List.of("anna", "bekir", "clara", "dilek", "emil");

    private static Workspace workspace;

    @BeforeAll
    static void start() {
        workspace =
                Workspace.start(
                        "costs",
                        "--logging.level.org.springframework.jdbc.core.JdbcTemplate=debug",
                        "--rotfaden.pace.beginning.at-once=1000");
    }

    @AfterAll
    static void end() {
        workspace.close();
    }

    /// Whatever else was asked meanwhile is in it too, so that the least of several counts.
    @Test
    void however_much_there_is_a_page_asks_the_database_the_same_number_of_times() {
        begin(1);
        Map<String, Long> before = statements();
        begin(MORE);
        Map<String, Long> after = statements();
        System.out.printf(
                "Statements per page: %s, with %d motions more of each owner %s%n",
                before, MORE, after);
        assertThat(after).isEqualTo(before);
    }

    /// So many motions more of the association, of a unit, a body, a group and a member.
    private static void begin(int each) {
        String anna = workspace.tokenOf("anna");
        String me = workspace.get("/api/members/me", anna).get("id").asString();
        String unit = idOf("/api/units/by-slug/abteilung-nordstadt", "");
        List<String> owners =
                List.of(
                        owner("member", me),
                        owner("association", "00000000-0000-0000-0000-000000000000"),
                        owner("unit", unit),
                        owner("body", idOf("/api/units/" + unit + "/bodies", "/0")),
                        owner("working-group", groupOfAnna()));
        for (int number = 0; number < each; number++) {
            for (String owner : owners) {
                workspace.post(
                        "/api/motions",
                        anna,
                        "{\"title\":\"Antrag %d\",\"owner\":%s}".formatted(number, owner));
            }
        }
    }

    private static String idOf(String path, String where) {
        JsonNode found = workspace.get(path, workspace.tokenOf("anna"));
        return found.at(where + "/id").asString("");
    }

    private static String groupOfAnna() {
        for (JsonNode group :
                workspace.get("/api/groups", workspace.tokenOf("anna")).get("items")) {
            if (group.get("slug").asString("").equals(GROUP)) {
                return group.get("id").asString("");
            }
        }
        throw new IllegalStateException(GROUP);
    }

    private static String owner(String type, String id) {
        return "{\"type\":\"%s\",\"id\":\"%s\"}".formatted(type, id);
    }

    private static Map<String, Long> statements() {
        var browser = new PageByHand.Browser(workspace, "anna");
        Map<String, Long> counted = new LinkedHashMap<>();
        for (String page : PAGES.keySet()) {
            browser.open(page);
            counted.put(
                    "/" + page,
                    IntStream.range(0, TIMES)
                            .mapToLong(_ -> {
                                long logged = logged();
                                browser.open(page);
                                return logged() - logged;
                            })
                            .min()
                            .orElseThrow());
        }
        return counted;
    }

    private static long logged() {
        try (Stream<String> lines = Files.lines(workspace.data().resolve("log/rotfaden.log"))) {
            return lines.filter(line -> line.contains("Executing prepared SQL statement")).count();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /// 200 log-ins with one page each. Everything that is kept at hand is there before it counts.
    @Test
    @Tag("long")
    void a_page_that_lies_open_takes_little_memory() {
        begin(MORE);
        Map<String, Long> measured = new LinkedHashMap<>();
        PAGES.keySet().forEach(page -> measured.put(page, bytesPerPage(page)));
        System.out.printf("Bytes per open page: %s%n", measured);
        measured.forEach(
                (page, bytes) -> assertThat(bytes).as("/" + page).isLessThan(mostOf(page)));
    }

    private static int mostOf(String page) {
        return PAGES.getOrDefault(page, 0);
    }

    private static long bytesPerPage(String page) {
        List<PageByHand.Browser> browsers = new ArrayList<>();
        for (int number = 0; number < SESSIONS; number++) {
            var browser = new PageByHand.Browser(workspace, MEMBERS.get(number % MEMBERS.size()));
            browsers.add(browser);
        }
        browsers.getFirst().open(page).use();
        long before = heap();
        browsers.stream().skip(1).forEach(browser -> browser.open(page).use());
        return (heap() - before) / (SESSIONS - 1);
    }

    /// What is alive, in bytes.
    private static long heap() {
        try {
            Process jcmd =
                    new ProcessBuilder(
                                    System.getProperty("java.home") + "/bin/jcmd",
                                    Long.toString(workspace.program().pid()),
                                    "GC.class_histogram")
                            .redirectErrorStream(true)
                            .start();
            try (Stream<String> lines = jcmd.inputReader().lines()) {
                return lines.filter(line -> COUNTED.matcher(line).matches())
                        .mapToLong(line -> Long.parseLong(line.strip().split("\\s+", -1)[2]))
                        .sum();
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
