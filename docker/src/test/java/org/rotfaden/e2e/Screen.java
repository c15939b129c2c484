package org.rotfaden.e2e;

import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A screen outside of the workspace that follows topics, with a STOMP client that others wrote, in
/// a process of its own.
final class Screen implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Process node;
    private final List<JsonNode> heard = new CopyOnWriteArrayList<>();

    private Screen(Process node) {
        this.node = node;
        Thread.ofVirtual().start(() -> listen(node.inputReader()));
    }

    /// @param topics each a type and an id: `motion/…`
    static Screen follow(int port, String token, String... topics) {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                "node",
                                "follow.mjs",
                                "ws://localhost:%d/live/stomp".formatted(port),
                                token));
        for (String topic : topics) {
            command.add("/topic/" + topic);
        }
        try {
            return new Screen(
                    new ProcessBuilder(command)
                            .directory(Path.of("../peers").toFile())
                            .redirectError(ProcessBuilder.Redirect.INHERIT)
                            .start());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /// The events of a topic, in their order.
    List<String> events(String topic) {
        return messages(topic).stream().map(message -> message.get("event").asString()).toList();
    }

    /// What was said on a topic, in its order.
    List<JsonNode> messages(String topic) {
        return heard.stream()
                .filter(line -> line.path("topic").asString("").equals("/topic/" + topic))
                .map(line -> line.get("message"))
                .toList();
    }

    /// Waits until these were the events of a topic.
    void hears(String topic, String... events) {
        await().atMost(Duration.ofSeconds(20)).until(() -> events(topic), List.of(events)::equals);
    }

    boolean isClosed() {
        return heard.stream().anyMatch(line -> line.path("state").asString("").equals("closed"));
    }

    @Override
    public void close() {
        node.destroyForcibly();
    }

    private void listen(BufferedReader lines) {
        try {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                heard.add(JSON.readTree(line));
            }
        } catch (IOException ended) {
            // it was closed
        }
    }
}
