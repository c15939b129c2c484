package org.rotfaden.realtime.stomp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What the AsyncAPI file says of messages.
final class Described {

    private static final JsonNode FILE = read();

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

    /// What was sent is as the file says.
    static void check(JsonNode message) {
        String event = message.path("event").asString("");
        JsonNode messages = at("components", "messages");
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

    private static JsonNode read() {
        try {
            Object file = new Yaml().load(Files.readString(Path.of("../docs/live.asyncapi.yaml")));
            return JsonMapper.builder().build().valueToTree(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
