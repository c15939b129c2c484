package org.rotfaden.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;

/// Clients that others wrote, in a process of their own. They write into one document and go on
/// whatever becomes of the server, and say which of their words were acknowledged.
final class Writers implements AutoCloseable {

    private static final int CLIENTS = 6;

    private final Process node;

    /// What the clients say of acknowledgements, per client the highest number.
    private final Map<String, Integer> acknowledged = new ConcurrentHashMap<>();

    private final Map<String, Long> heard = new ConcurrentHashMap<>();
    private final Map<String, Duration> silences = new ConcurrentHashMap<>();
    private final AtomicReference<String> verdict = new AtomicReference<>("");
    private volatile long lastHeard = System.nanoTime();

    private Writers(Process node) {
        this.node = node;
        Thread.ofVirtual().start(() -> listen(node.inputReader()));
    }

    /// Clients that write as fast as they can still read.
    static Writers into(String document, int port, String token) {
        return into(document, port, token, Duration.ofMillis(20));
    }

    /// What a client has to read grows with the square of what all write: whoever writes for long,
    /// writes slowly.
    ///
    /// @param pause between two words of a client
    static Writers into(String document, int port, String token, Duration pause) {
        try {
            return new Writers(
                    new ProcessBuilder(
                                    "node",
                                    "writers.mjs",
                                    Integer.toString(port),
                                    document,
                                    token,
                                    Integer.toString(CLIENTS),
                                    Long.toString(pause.toMillis()))
                            .directory(Path.of("../peers").toFile())
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /// How many words were acknowledged.
    int acknowledged() {
        return acknowledged.values().stream().mapToInt(Integer::intValue).sum();
    }

    void awaitMore() {
        int before = acknowledged();
        await().atMost(Duration.ofSeconds(30)).until(() -> acknowledged() > before + 60);
    }

    /// Waits until each of them that was told of some of its words is told of more.
    void awaitMoreOfEach() {
        Map<String, Integer> before = Map.copyOf(acknowledged);
        await().atMost(Duration.ofSeconds(60))
                .until(() ->
                        before.entrySet().stream()
                                .allMatch(one ->
                                        acknowledged.getOrDefault(one.getKey(), 0)
                                                > one.getValue() + 5));
    }

    /// The longest time that each waited for an acknowledgement since this was last asked.
    List<Duration> silences() {
        List<Duration> longest = List.copyOf(silences.values());
        silences.clear();
        return longest;
    }

    /// Stops them as they are, until [#goOn]; what they said before is heard.
    void freeze() {
        signal("STOP", node.toHandle());
        settle();
    }

    void goOn() {
        signal("CONT", node.toHandle());
    }

    /// Waits until all that was said so far is heard.
    void settle() {
        await().pollInterval(Duration.ofMillis(50))
                .until(() -> System.nanoTime() - lastHeard > Duration.ofMillis(300).toNanos());
    }

    /// Every word that was acknowledged is in a text.
    void expectAcknowledgedIn(String text) {
        acknowledged.forEach((client, upTo) -> {
            for (int word = 1; word <= upTo; word++) {
                assertThat(text).contains("«" + client + "." + word + "»");
            }
        });
    }

    /// They write no more, and all hold the same with every word of each.
    void expectConverged() throws IOException {
        Writer out = node.outputWriter();
        out.write("stop\n");
        out.flush();
        await().atMost(Duration.ofSeconds(60)).until(() -> !verdict.get().isEmpty());
        assertThat(verdict.get()).startsWith("converged");
    }

    static void signal(String name, ProcessHandle process) {
        try {
            new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start().waitFor();
        } catch (IOException | InterruptedException failure) {
            throw new IllegalStateException(failure);
        }
    }

    @Override
    public void close() {
        node.destroyForcibly();
    }

    private void noteSilence(String client) {
        long now = System.nanoTime();
        Long before = heard.put(client, now);
        if (before != null) {
            silences.merge(
                    client,
                    Duration.ofNanos(now - before),
                    (one, other) -> one.compareTo(other) > 0 ? one : other);
        }
    }

    private void listen(BufferedReader lines) {
        try {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                lastHeard = System.nanoTime();
                String[] words = line.split(" ", -1);
                if (words[0].equals("acknowledged")) {
                    noteSilence(words[1]);
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
