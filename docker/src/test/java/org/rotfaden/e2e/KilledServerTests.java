package org.rotfaden.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Clients that others wrote go on writing while the server is killed again and again.
class KilledServerTests extends WithMortalWorkspace {

    @Test
    void nothing_that_was_acknowledged_is_missing_and_all_converge() throws Exception {
        int kills = Boolean.getBoolean("rotfaden.long") ? 10 : 3;
        String token = workspace.tokenOf("anna");
        JsonNode motion = workspace.post("/api/motions", token, "{\"title\":\"Beständig\"}");
        String text = "/api/motions/" + motion.get("id").asString() + "/text";
        String document = motion.get("documentId").asString();
        try (Writers writers = Writers.into(document, workspace.port(), token)) {
            for (int kill = 0; kill < kills; kill++) {
                writers.awaitMore();
                if (kill % 2 == 0) {
                    loseThePowerWhileTheDiskHangs(workspace, writers);
                } else {
                    workspace.kill();
                    writers.freeze();
                }
                workspace.startAgain();
                writers.expectAcknowledgedIn(workspace.text(text, token, "text/plain"));
                writers.goOn();
            }
            writers.expectConverged();
            assertThat(writers.acknowledged()).isGreaterThan(kills * 60);
        }
    }

    @Test
    void a_server_that_stops_says_that_it_comes_back() {
        String token = workspace.tokenOf("anna");
        String document =
                workspace.get("/api/motions", token).at("/items/0").get("documentId").asString();
        LiveSocket socket = LiveSocket.open(workspace, document, token).awaitAnswer();
        workspace.stop();
        assertThat(socket.closeCode()).isEqualTo(1012);
    }

    /// Nothing reaches the disk any more while the clients go on; then server and database end at
    /// the same moment. Whoever says "saved" too early is caught here.
    private static void loseThePowerWhileTheDiskHangs(Workspace workspace, Writers writers) {
        var postgres = new Postmaster(workspace);
        postgres.silence();
        await().pollDelay(Duration.ofMillis(700)).until(() -> true);
        writers.freeze();
        workspace.kill();
        postgres.kill();
    }
}
