package org.rotfaden.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// A program goes on posting while the server is killed again and again, and sends each post until
/// it has an answer.
class PostedOnceTests extends WithMortalWorkspace {

    private static final int PAGE = 200;

    @Test
    void nothing_that_was_acknowledged_is_missing_and_nothing_is_there_twice() {
        int kills = Boolean.getBoolean("rotfaden.long") ? 50 : 5;
        String token = workspace.tokenOf("anna");
        JsonNode motion = workspace.post("/api/motions", token, "{\"title\":\"Beständig\"}");
        JsonNode thread =
                workspace.post(
                        "/api/threads",
                        token,
                        "{\"subject\":{\"type\":\"motion\",\"id\":\"%s\"},\"text\":\"Anfang\"}"
                                .formatted(motion.get("id").asString()));
        String posts = "/api/threads/" + thread.get("id").asString() + "/posts";
        var poster = new Poster(workspace, posts, token);
        try (poster) {
            for (int kill = 0; kill < kills; kill++) {
                poster.awaitMore(1 + kill % 4);
                workspace.kill();
                workspace.startAgain();
            }
            poster.awaitMore(1);
        }
        List<String> words = new ArrayList<>();
        String page = posts + "?most=" + PAGE;
        while (page != null) {
            JsonNode read = workspace.get(page, token);
            read.get("items").forEach(post -> words.add(post.get("text").asString()));
            page = read.hasNonNull("next") ? read.get("next").asString() : null;
        }
        assertThat(words)
                .doesNotHaveDuplicates()
                .contains("Anfang")
                .containsAll(poster.acknowledged);
    }

    /// Posts one thing after the other.
    private static final class Poster implements AutoCloseable {

        private static final Duration PAUSE = Duration.ofMillis(50);

        private final HttpClient http = HttpClient.newHttpClient();
        private final Workspace workspace;
        private final String path;
        private final String token;
        private final List<String> acknowledged = new CopyOnWriteArrayList<>();
        private final Thread thread = Thread.ofVirtual().unstarted(this::postAll);
        private volatile boolean isOver;

        Poster(Workspace workspace, String path, String token) {
            this.workspace = workspace;
            this.path = path;
            this.token = token;
            thread.start();
        }

        void awaitMore(int more) {
            int wanted = acknowledged.size() + more;
            await().atMost(Duration.ofMinutes(1))
                    .pollInterval(Duration.ofMillis(3))
                    .until(() -> acknowledged.size() >= wanted);
        }

        private void postAll() {
            for (int number = 0; !isOver; number++) {
                String words = "Beitrag " + number;
                boolean isTaken = isTaken(words);
                while (!isTaken && !isOver) {
                    pause();
                    isTaken = isTaken(words);
                }
                if (isTaken) {
                    acknowledged.add(words);
                }
            }
        }

        private boolean isTaken(String words) {
            var request =
                    HttpRequest.newBuilder(URI.create(workspace.address() + path))
                            .timeout(Duration.ofSeconds(20))
                            .header("Authorization", "Bearer " + token)
                            .header("Content-Type", "application/json")
                            .header("Idempotency-Key", "\"" + words.replace(' ', '-') + "-einmal\"")
                            .POST(
                                    HttpRequest.BodyPublishers.ofString(
                                            "{\"text\":\"%s\"}".formatted(words)))
                            .build();
            try {
                return http.send(request, HttpResponse.BodyHandlers.ofString()).statusCode() == 201;
            } catch (IOException noAnswer) {
                return false;
            } catch (InterruptedException ending) {
                Thread.currentThread().interrupt();
                return false;
            }
        }

        private static void pause() {
            await().pollDelay(PAUSE).until(() -> true);
        }

        @Override
        public void close() {
            isOver = true;
            try {
                thread.join();
            } catch (InterruptedException ending) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
