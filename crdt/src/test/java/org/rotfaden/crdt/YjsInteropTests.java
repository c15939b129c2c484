package org.rotfaden.crdt;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Real yjs in Node edits at random; this side sees the updates out of order and some of them
/// twice.
class YjsInteropTests {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final List<String> ROOTS = List.of("title", "text", "reason");

    private static Process node;
    private static Writer out;
    private static BufferedReader in;

    @BeforeAll
    static void start() throws IOException {
        node =
                new ProcessBuilder("node", "random-edits.mjs")
                        .directory(Path.of("../peers").toFile())
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        out = node.outputWriter();
        in = node.inputReader();
    }

    @AfterAll
    static void end() {
        node.destroy();
    }

    @Test
    void both_sides_agree_whatever_the_order() throws IOException {
        for (int seed = 1; seed <= Rounds.of(300, 10_000); seed++) {
            JsonNode round = ask(Map.of("seed", seed));
            try (var document = SharedDocument.empty()) {
                apply(document, round.get("updates"), seed);
                assertHolds(document, round, seed);
                byte[] missing = document.diff(bytes(round.get("behind")));
                JsonNode answer = ask(Map.of("missing", base64(missing)));
                assertThat(answer.get("agrees").asBoolean()).as("seed %d", seed).isTrue();
            }
        }
    }

    @Test
    void passages_are_where_yjs_has_them() throws IOException {
        int there = 0;
        int gone = 0;
        for (int seed = 1; seed <= Rounds.of(300, 10_000); seed++) {
            JsonNode round = ask(Map.of("seed", seed));
            try (var document = SharedDocument.empty()) {
                apply(document, round.get("updates"), seed);
                for (JsonNode selected : round.get("selected")) {
                    Optional<Passage.Place> place = document.place(passage(selected));
                    assertThat(place).as("seed %d, %s", seed, selected).isEqualTo(place(selected));
                    there += place.isPresent() ? 1 : 0;
                    gone += place.isPresent() ? 0 : 1;
                }
                for (JsonNode last : round.get("last")) {
                    Passage made =
                            document.passage(
                                    root(last), last.get("from").asInt(), last.get("to").asInt());
                    assertThat(made).as("seed %d, %s", seed, last).isEqualTo(passage(last));
                    assertThat(made.start()).isEqualTo(last.get("start").asString());
                    assertThat(made.end()).isEqualTo(last.get("end").asString());
                }
            }
        }
        assertThat(there).isPositive();
        assertThat(gone).isPositive();
    }

    /// Every unit near a passage in every root, while much is missing and after it came.
    @Test
    void units_that_stand_elsewhere_or_nowhere_do_no_harm() throws IOException {
        for (int seed = 1; seed <= Rounds.of(100, 3_000); seed++) {
            JsonNode round = ask(Map.of("seed", seed));
            List<Passage> near = new ArrayList<>();
            round.get("selected").forEach(one -> near.addAll(around(passage(one))));
            try (var document = SharedDocument.empty()) {
                int updates = 0;
                for (JsonNode update : round.get("updates")) {
                    document.apply(bytes(update));
                    if (updates++ % 10 == 0) {
                        assertAllInside(document, near);
                    }
                }
                assertAllInside(document, near);
            }
        }
    }

    private static List<Passage> around(Passage passage) {
        List<Passage> near = new ArrayList<>();
        for (Root root : Root.values()) {
            for (int distance = -3; distance < 4; distance++) {
                long first = Math.max(0, passage.first().clock() + distance);
                near.add(
                        new Passage(
                                root, new UnitId(passage.first().client(), first), passage.last()));
            }
        }
        return near;
    }

    private static void assertAllInside(SharedDocument document, List<Passage> passages) {
        document.places(passages)
                .forEach((passage, place) -> {
                    int length =
                            document.delta(passage.root().key()).stream()
                                    .mapToInt(YjsInteropTests::length)
                                    .sum();
                    assertThat(place.from()).isBetween(0, place.to() - 1);
                    assertThat(place.to()).isLessThanOrEqualTo(length);
                    assertThat(place.words()).hasSize(place.to() - place.from());
                });
    }

    private static int length(Run run) {
        return run.insert() instanceof String words ? words.length() : 1;
    }

    private static Root root(JsonNode passage) {
        return Root.find(passage.get("root").asString()).orElseThrow();
    }

    private static Passage passage(JsonNode passage) {
        return Passage.of(
                passage.get("root").asString(),
                passage.get("start").asString(),
                passage.get("end").asString());
    }

    private static Optional<Passage.Place> place(JsonNode passage) {
        JsonNode place = passage.get("place");
        return place.isNull()
                ? Optional.empty()
                : Optional.of(
                        new Passage.Place(
                                place.get("from").asInt(),
                                place.get("to").asInt(),
                                place.get("words").asString()));
    }

    /// Every second round this side has been stored and read again before the other joins.
    @Test
    void who_joins_while_something_is_missing_gets_all_that_is_there() throws IOException {
        for (int seed = 1; seed <= Rounds.of(300, 10_000); seed++) {
            JsonNode round = ask(Map.of("meeting", seed));
            try (var document = early(round.get("early"), seed)) {
                JsonNode answer =
                        ask(
                                Map.of(
                                        "knows",
                                        base64(document.stateVector()),
                                        "missing",
                                        base64(document.diff(bytes(round.get("joining"))))));
                document.apply(bytes(answer.get("missing")));
                round.get("late").forEach(update -> document.apply(bytes(update)));
                assertThat(answer.get("agrees").asBoolean()).as("seed %d", seed).isTrue();
                assertHolds(document, round, seed);
            }
        }
    }

    private static SharedDocument early(JsonNode updates, int seed) {
        SharedDocument document = SharedDocument.empty();
        updates.forEach(update -> document.apply(bytes(update)));
        if (seed % 2 == 0) {
            return document;
        }
        try (document) {
            return SharedDocument.of(document.snapshot());
        }
    }

    private static void assertHolds(SharedDocument document, JsonNode round, int seed) {
        for (String root : ROOTS) {
            assertThat(json(document.delta(root)))
                    .as("seed %d, root %s", seed, root)
                    .isEqualTo(normalised(round.get("deltas").get(root)));
        }
    }

    /// Every third round some updates go through a merge and a snapshot on their way.
    private static void apply(SharedDocument document, JsonNode updates, int seed) {
        List<byte[]> all = new ArrayList<>();
        updates.forEach(update -> all.add(bytes(update)));
        if (seed % 3 == 0 && all.size() > 4) {
            int cut = new SplittableRandom(seed).nextInt(2, all.size());
            byte[] merged = SharedDocument.merge(all.subList(0, cut));
            try (var between = SharedDocument.of(merged)) {
                document.apply(between.snapshot());
            }
            Collections.reverse(all.subList(cut, all.size()));
            all.subList(cut, all.size()).forEach(document::apply);
        } else {
            all.forEach(document::apply);
        }
    }

    private static JsonNode ask(Object question) throws IOException {
        out.write(JSON.writeValueAsString(question) + "\n");
        out.flush();
        String line = in.readLine();
        assertThat(line).as("an answer of Node (is npm ci done in peers?)").isNotNull();
        return JSON.readTree(line);
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static byte[] bytes(JsonNode base64) {
        return Base64.getDecoder().decode(base64.asString());
    }

    /// Numbers compare by value, attributes in any order, neighbours with equal attributes as one.
    private static List<Object> json(List<Run> runs) {
        return normalised(JSON.valueToTree(runs));
    }

    private static List<Object> normalised(JsonNode delta) {
        List<Object> units = new ArrayList<>();
        for (JsonNode run : delta) {
            JsonNode attributes = run.get("attributes");
            Object formats = attributes == null ? Map.of() : plain(attributes);
            if (run.get("insert").isString()) {
                run.get("insert")
                        .asString()
                        .chars()
                        .forEach(unit -> units.add("%04x %s".formatted(unit, formats)));
            } else {
                units.add(List.of(plain(run.get("insert")), formats));
            }
        }
        return units;
    }

    private static Object plain(JsonNode node) {
        return switch (node) {
            case JsonNode number when number.isNumber() -> number.asDouble();
            case JsonNode object when object.isObject() -> {
                Map<String, Object> entries = new java.util.TreeMap<>();
                object.properties()
                        .forEach(entry -> entries.put(entry.getKey(), plain(entry.getValue())));
                yield entries;
            }
            case JsonNode array when array.isArray() -> {
                List<Object> items = new ArrayList<>();
                array.forEach(item -> items.add(plain(item)));
                yield items;
            }
            default -> node.toString();
        };
    }
}
