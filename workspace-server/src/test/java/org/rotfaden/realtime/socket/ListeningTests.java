package org.rotfaden.realtime.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.rotfaden.Association;
import org.rotfaden.WorkspaceTest;
import org.rotfaden.crdt.FirstContent;
import org.rotfaden.crdt.Run;
import org.rotfaden.crdt.SharedDocument;
import org.rotfaden.crdt.protocol.HocuspocusMessage;
import org.rotfaden.crdt.protocol.SyncMessage;
import org.rotfaden.realtime.DocumentId;
import org.rotfaden.realtime.rooms.Rooms;
import org.rotfaden.realtime.rooms.Standstill;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// A real socket whose room gets more than it can take.
@WorkspaceTest
class ListeningTests {

    /// Together more than a room lets wait.
    private static final int MANY = 40;

    @LocalServerPort private int port;
    @Autowired private Association association;
    @Autowired private Rooms rooms;

    @Test
    void a_writer_who_is_not_listened_to_loses_nothing_and_is_not_taken_for_a_flood() {
        DocumentId document = association.motion("Busse").document();
        LiveClient writer = in(document);
        LiveClient other = in(document);
        HocuspocusMessage said = update(document, "x".repeat(55_000));
        try (var _ = new Standstill(rooms, document)) {
            for (int sent = 0; sent < MANY; sent++) {
                writer.send(said);
            }
            writer.send(new HocuspocusMessage.Ping());
            other.send(new HocuspocusMessage.Ping());
            await().until(() -> pongs(other) == 1);
            assertThat(pongs(writer)).isZero();
        }
        await().until(() -> pongs(writer) == 1);
        await().until(() -> saved(writer) == MANY);
        assertThat(writer.isOpen()).isTrue();
    }

    private static long pongs(LiveClient client) {
        return client.heardInHocuspocus().stream()
                .filter(HocuspocusMessage.Pong.class::isInstance)
                .count();
    }

    private static long saved(LiveClient client) {
        return client.heardInHocuspocus().stream()
                .filter(HocuspocusMessage.SyncStatus.class::isInstance)
                .count();
    }

    private LiveClient in(DocumentId document) {
        LiveClient client = LiveClient.hocuspocus(port);
        client.send(
                new HocuspocusMessage.Auth(
                        document.toString(),
                        new HocuspocusMessage.Token(
                                association.tokenOf(association.bekir()), null)));
        await().until(() ->
                client.heardInHocuspocus().stream()
                        .anyMatch(HocuspocusMessage.Auth.class::isInstance));
        return client;
    }

    private static HocuspocusMessage update(DocumentId document, String words) {
        byte[] update =
                SharedDocument.firstContent(
                        new FirstContent(words, List.of(new Run("\n", Map.of())), List.of()));
        return new HocuspocusMessage.Sync(document.toString(), new SyncMessage.Update(update));
    }
}
