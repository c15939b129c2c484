package org.rotfaden.realtime.stomp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What the AsyncAPI file says of messages.
final class Described {

    private static final JsonNode FILE = read();
    private static final Pattern ROW = Pattern.compile("\\| `([a-z-]+\\.[a-z-]+)` \\| (.+?) \\|.*");
    private static final Set<String> TABLE = readTable();

    private Described() {}

    /// A place in the file, by the names on the way there.
    static JsonNode at(String... names) {
        JsonNode here = FILE;
        for (String name : names) {
            here = here.path(name);
        }
        assertThat(here.isMissingNode()).as(String.join("/", names)).isFalse();
        return here;
    }

    static List<String> words(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false).map(JsonNode::asString).toList();
    }

    /// What the page for people lists: which event is told at which type of subject.
    static Set<String> table() {
        return TABLE;
    }

    /// The event and the type of the subject at which it was told, as [#table()] has them.
    static String line(JsonNode message) {
        return message.get("event").asString() + " " + message.at("/subject/type").asString();
    }

    /// What was sent is as the file says.
    static void check(JsonNode message) {
        String event = message.path("event").asString("");
        JsonNode messages = at("components", "messages");
        if (!messages.has(event)) {
            assertThat(TABLE).contains(line(message));
        }
        JsonNode one = messages.has(event) ? messages.get(event) : messages.get("happened");
        check(message, one.get("payload"));
    }

    private static void check(JsonNode sent, JsonNode schema) {
        if (schema.has("$ref")) {
            check(sent, at(schema.get("$ref").asString().substring(2).split("/")));
            return;
        }
        if (schema.has("const")) {
            assertThat(sent).isEqualTo(schema.get("const"));
        }
        if (schema.has("enum")) {
            assertThat(words(schema.get("enum"))).contains(sent.asString());
        }
        switch (schema.path("type").asString("")) {
            case "object" -> {
                assertThat(schema.get("additionalProperties").asBoolean()).isFalse();
                assertThat(sent.propertyNames()).containsAll(words(schema.get("required")));
                sent.properties()
                        .forEach(property -> {
                            assertThat(schema.get("properties").propertyNames())
                                    .contains(property.getKey());
                            check(
                                    property.getValue(),
                                    schema.get("properties").get(property.getKey()));
                        });
            }
            case "integer" ->
                    assertThat(sent.asLong())
                            .isGreaterThanOrEqualTo(schema.get("minimum").asLong());
            case "string" -> checkFormat(sent.asString(), schema.path("format").asString(""));
            default -> assertThat(schema.has("const") || schema.has("enum")).isTrue();
        }
    }

    private static void checkFormat(String sent, String format) {
        switch (format) {
            case "uuid" -> assertThat(UUID.fromString(sent)).hasToString(sent);
            case "date-time" -> assertThat(Instant.parse(sent)).isNotNull();
            default -> assertThat(format).isEmpty();
        }
    }

    private static Set<String> readTable() {
        try (Stream<String> lines = Files.lines(Path.of("../docs/live.md"))) {
            return lines.map(ROW::matcher)
                    .filter(Matcher::matches)
                    .flatMap(row ->
                            Stream.of(row.group(2).split(", "))
                                    .map(type -> row.group(1) + " " + type.replace("`", "")))
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static JsonNode read() {
        try {
            Object file = new Yaml().load(Files.readString(Path.of("../docs/live.asyncapi.yaml")));
            return JsonMapper.builder().build().valueToTree(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
