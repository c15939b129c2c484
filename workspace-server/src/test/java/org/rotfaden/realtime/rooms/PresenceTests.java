package org.rotfaden.realtime.rooms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rotfaden.Association;
import org.rotfaden.MovableClock;
import org.rotfaden.WorkspaceTest;
import org.rotfaden.crdt.protocol.AwarenessUpdate;
import org.rotfaden.crdt.protocol.ClientState;
import org.rotfaden.realtime.DocumentId;
import org.rotfaden.realtime.bus.Bus;
import org.rotfaden.realtime.bus.NodeId;
import org.rotfaden.realtime.log.UpdateLog;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;

/// Who is in a room as the others see it, as time goes by.
@WorkspaceTest
class PresenceTests {

    @Autowired private UpdateLog log;
    @Autowired private Snapshots snapshots;
    @Autowired private Bus bus;
    @Autowired private LiveLimits limits;
    @Autowired private ApplicationEventPublisher events;
    @Autowired private Association association;

    private final MovableClock clock = new MovableClock();
    private DocumentId document;
    private Rooms rooms;

    @BeforeEach
    void a_node() {
        document = association.motion("Busse").document();
        rooms =
                new Rooms(
                        NodeId.random(),
                        log,
                        snapshots,
                        bus,
                        events,
                        limits,
                        new RoomMemory(limits),
                        clock);
        rooms.start();
    }

    @AfterEach
    void no_node() {
        rooms.stop();
    }

    @Test
    void who_falls_silent_is_gone_after_half_a_minute_and_who_renews_stays() {
        Peer witness = peer();
        Peer silent = peer();
        Peer lively = peer();
        silent.say(7, 1, "{}");
        lively.say(8, 1, "{}");
        hears(witness, "clientId=7, clock=1", "clientId=8, clock=1");
        later(20);
        lively.say(8, 2, "{}");
        hears(witness, "clientId=8, clock=2");
        later(11);
        hears(witness, "clientId=7, clock=1, stateJson=null");
        assertThat(witness.present.toString())
                .doesNotContain("clientId=8, clock=2, stateJson=null");
        Peer newcomer = peer();
        hears(newcomer, "clientId=8");
        assertThat(newcomer.present.toString()).doesNotContain("clientId=7");
    }

    @Test
    void who_was_silent_comes_back_with_the_next_sign_and_not_with_an_old_one() {
        Peer witness = peer();
        Peer silent = peer();
        silent.say(7, 5, "{}");
        hears(witness, "clientId=7, clock=5");
        later(31);
        hears(witness, "clientId=7, clock=5, stateJson=null");
        silent.say(7, 4, "{\"alt\":1}");
        silent.say(7, 6, "{\"neu\":1}");
        hears(witness, "clientId=7, clock=6", "neu");
        assertThat(witness.present.toString()).doesNotContain("alt");
    }

    @Test
    void who_is_gone_for_long_is_not_remembered_for_ever() {
        Peer witness = peer();
        Peer silent = peer();
        silent.say(7, 5, "{}");
        hears(witness, "clientId=7, clock=5");
        later(31);
        hears(witness, "clientId=7, clock=5, stateJson=null");
        later(Presence.MEMORY.toSeconds() + 1);
        Peer other = peer();
        await().untilAsserted(() -> {
            other.say(7, 1, "{\"ganz\":\"neu\"}");
            assertThat(witness.present.toString()).contains("ganz");
        });
    }

    @Test
    void of_those_who_come_and_go_without_end_the_last_are_remembered() {
        var presence = new Presence();
        for (int client = 0; client <= Presence.MOST_GONE; client++) {
            clock.show(clock.instant().plusMillis(1));
            presence.acceptFromBus(said(client, 5, null), clock.instant());
        }
        presence.expire(clock.instant());
        assertThat(presence.acceptFromBus(said(Presence.MOST_GONE, 4, "{}"), clock.instant()))
                .isEmpty();
        assertThat(presence.acceptFromBus(said(0, 4, "{}"), clock.instant())).hasSize(1);
    }

    private static AwarenessUpdate said(long client, long time, @Nullable String state) {
        return new AwarenessUpdate(List.of(new ClientState(client, time, state)));
    }

    private Peer peer() {
        return new Peer(rooms, document, association.bekir().id(), new PlainFraming());
    }

    private void later(long seconds) {
        clock.show(clock.instant().plus(Duration.ofSeconds(seconds)));
    }

    private static void hears(Peer peer, String... words) {
        await().untilAsserted(() -> assertThat(peer.present.toString()).contains(words));
    }
}
