package org.rotfaden.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Clients that others wrote go on writing while the server is killed again and again.
class KilledServerTests implements WithMortalWorkspace {

    private static final int CLIENTS = 6;

    @Test
    void nothing_that_was_acknowledged_is_missing_and_all_converge() throws Exception {
        int kills = Boolean.getBoolean("rotfaden.long") ? 10 : 3;
        String token = workspace.tokenOf("anna");
        JsonNode motion = workspace.post("/api/motions", token, "{\"title\":\"Beständig\"}");
        String text = "/api/motions/" + motion.get("id").asString() + "/text";
        Process node = writers(workspace.port(), motion.get("documentId").asString(), token);
        try (Writer out = node.outputWriter()) {
            var heard = new Heard(node);
            for (int kill = 0; kill < kills; kill++) {
                int before = heard.total();
                await().atMost(Duration.ofSeconds(30)).until(() -> heard.total() > before + 60);
                if (kill % 2 == 0) {
                    loseThePowerWhileTheDiskHangs(workspace, node, heard);
                } else {
                    workspace.kill();
                    signal("STOP", node.toHandle());
                    heard.settle();
                }
                workspace.startAgain();
                String stored = workspace.text(text, token, "text/plain");
                heard.acknowledged.forEach((client, upTo) -> {
                    for (int word = 1; word <= upTo; word++) {
                        assertThat(stored).contains("«" + client + "." + word + "»");
                    }
                });
                signal("CONT", node.toHandle());
            }
            out.write("stop\n");
            out.flush();
            await().atMost(Duration.ofSeconds(60)).until(() -> !heard.verdict.get().isEmpty());
            assertThat(heard.verdict.get()).startsWith("converged");
            assertThat(heard.total()).isGreaterThan(kills * 60);
        } finally {
            node.destroyForcibly();
        }
    }

    @Test
    void a_server_that_stops_says_that_it_comes_back() {
        var closed = new CompletableFuture<Integer>();
        String token = workspace.tokenOf("anna");
        String document = workspace.get("/api/motions", token).get(0).get("documentId").asString();
        URI address =
                URI.create(
                        "ws://localhost:%d/live/yjs/%s?token=%s"
                                .formatted(workspace.port(), document, token));
        HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(
                        address,
                        new WebSocket.Listener() {
                            @Override
                            public CompletionStage<?> onClose(
                                    WebSocket socket, int code, String reason) {
                                closed.complete(code);
                                return CompletableFuture.completedFuture(null);
                            }
                        })
                .join();
        workspace.stop();
        assertThat(closed.orTimeout(10, TimeUnit.SECONDS).join()).isEqualTo(1012);
    }

    private static Process writers(int port, String document, String token) throws IOException {
        return new ProcessBuilder(
                        "node",
                        "writers.mjs",
                        Integer.toString(port),
                        document,
                        token,
                        Integer.toString(CLIENTS),
                        "20")
                .directory(Path.of("../peers").toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    /// Nothing reaches the disk any more while the clients go on; then server and database end at
    /// the same moment. Whoever says "saved" too early is caught here.
    private static void loseThePowerWhileTheDiskHangs(
            Workspace workspace, Process clients, Heard heard) {
        ProcessHandle postmaster = workspace.postgres().orElseThrow();
        List<ProcessHandle> database =
                Stream.concat(Stream.of(postmaster), postmaster.descendants()).toList();
        database.forEach(process -> signal("STOP", process));
        await().pollDelay(Duration.ofMillis(700)).until(() -> true);
        signal("STOP", clients.toHandle());
        heard.settle();
        workspace.kill();
        database.forEach(ProcessHandle::destroyForcibly);
        await().until(() -> database.stream().noneMatch(ProcessHandle::isAlive));
    }

    private static void signal(String name, ProcessHandle process) {
        try {
            new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start().waitFor();
        } catch (IOException | InterruptedException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /// What the clients say of acknowledgements, per client the highest number.
    private static final class Heard {

        private final Map<String, Integer> acknowledged = new ConcurrentHashMap<>();
        private final AtomicReference<String> verdict = new AtomicReference<>("");
        private volatile long lastHeard = System.nanoTime();

        Heard(Process node) {
            Thread.ofVirtual().start(() -> listen(node.inputReader()));
        }

        int total() {
            return acknowledged.values().stream().mapToInt(Integer::intValue).sum();
        }

        /// Waits until all that was said before the clients were stopped is heard.
        void settle() {
            await().pollInterval(Duration.ofMillis(50))
                    .until(() -> System.nanoTime() - lastHeard > Duration.ofMillis(300).toNanos());
        }

        private void listen(BufferedReader lines) {
            try {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    lastHeard = System.nanoTime();
                    String[] words = line.split(" ", -1);
                    if (words[0].equals("acknowledged")) {
                        acknowledged.merge(words[1], Integer.parseInt(words[2]), Math::max);
                    } else {
                        verdict.set(line);
                    }
                }
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }
}
