package org.rotfaden.realtime.rooms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rotfaden.Association;
import org.rotfaden.WorkspaceTest;
import org.rotfaden.realtime.DocumentId;
import org.rotfaden.realtime.bus.UpdateBus;
import org.rotfaden.realtime.log.UpdateLog;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.context.ApplicationEventPublisher;

/// A room that gets more than it can take.
@WorkspaceTest
class BacklogTests {

    private static final String MUCH = "x".repeat(20_000);

    @Autowired private UpdateLog log;
    @Autowired private Snapshots snapshots;
    @Autowired private UpdateBus bus;
    @Autowired private ApplicationEventPublisher events;
    @Autowired private Clock clock;
    @Autowired private Association association;

    private Rooms rooms;
    private DocumentId document;

    @BeforeEach
    void a_node_whose_rooms_take_little() {
        document = association.motion("Busse").document();
        LiveLimits little =
                new Binder(
                                new MapConfigurationPropertySource(
                                        Map.of("rotfaden.live.backlog", "32KB")))
                        .bind("rotfaden.live", LiveLimits.class)
                        .get();
        rooms = new Rooms(log, snapshots, bus, events, little, clock);
        rooms.start();
    }

    @AfterEach
    void no_node() {
        rooms.stop();
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
        Peer there = new Peer(rooms, elsewhere, association.bekir().id(), new PlainFraming());
        try (var _ = new Standstill(rooms, document)) {
            writer.write("eins" + MUCH);
            writer.write("zwei" + MUCH);
            assertThat(writer.participant.hasToWait()).isTrue();
            there.write("geht weiter");
            assertThat(there.participant.hasToWait()).isFalse();
            await().until(() -> there.saved.size() == 1);
        }
    }

    private Peer inTheRoom() {
        var peer = new Peer(rooms, document, association.bekir().id(), new PlainFraming());
        assertThat(peer.eventually("Busse")).isTrue();
        return peer;
    }
}
