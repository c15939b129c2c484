package org.rotfaden.realtime.rooms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.rotfaden.realtime.DocumentId;

/// A room that gets more than it can take.
class BacklogTests extends OneMoreNode {

    BacklogTests() {
        super(Map.of("backlog", "32KB"));
    }

    @Test
    void writers_wait_until_a_room_that_got_too_much_has_caught_up() {
        Peer writer = inTheRoom();
        Peer other = inTheRoom();
        CompletableFuture<Void> waiting;
        try (var _ = new Standstill(rooms, document)) {
            writer.write("eins" + MUCH);
            assertThat(writer.participant.hasToWait()).isFalse();
            other.write("zwei" + MUCH);
            assertThat(writer.participant.hasToWait()).isTrue();
            waiting = CompletableFuture.runAsync(writer.participant::awaitRoom);
            assertThat(waiting).isNotDone();
        }
        waiting.orTimeout(10, TimeUnit.SECONDS).join();
        assertThat(writer.participant.hasToWait()).isFalse();
        assertThat(writer.eventually("zwei")).isTrue();
        assertThat(other.eventually("eins")).isTrue();
        await().until(() -> writer.saved.size() == 1 && other.saved.size() == 1);
    }

    @Test
    void nobody_waits_in_another_room_meanwhile() {
        DocumentId elsewhere = association.motion("Bahnen").document();
        Peer writer = inTheRoom();
        Peer there = peerIn(elsewhere);
        try (var _ = new Standstill(rooms, document)) {
            writer.write("eins" + MUCH);
            writer.write("zwei" + MUCH);
            assertThat(writer.participant.hasToWait()).isTrue();
            there.write("geht weiter");
            assertThat(there.participant.hasToWait()).isFalse();
            await().until(() -> there.saved.size() == 1);
        }
    }
}
