package org.rotfaden.realtime.rooms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.util.Map;
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

/// How much may wait for a room, whoever said it.
@WorkspaceTest
class IntakeTests {

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
    void a_node_that_holds_little() {
        document = association.motion("Busse").document();
        LiveLimits little =
                new Binder(
                                new MapConfigurationPropertySource(
                                        Map.of("rotfaden.live.unwritten", "64KB")))
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
    void what_waits_is_bounded_though_those_who_said_it_have_gone() {
        assertThat(peer().eventually("Busse")).isTrue();
        var standstill = new Standstill(rooms, document);
        for (int guest = 0; guest < 3; guest++) {
            Peer goes = peer();
            goes.write(guest + MUCH);
            rooms.leave(goes.participant);
            assertThat(goes.ended).isEmpty();
        }
        Peer last = peer();
        last.write("zu viel" + MUCH);
        assertThat(last.ended).containsExactly(Ending.OVERLOAD);

        standstill.close();
        Peer later = peer();
        for (int guest = 0; guest < 3; guest++) {
            assertThat(later.eventually(guest + MUCH)).isTrue();
        }
        await().until(() -> log.load(document).sequence() == 4);
        later.write("wieder Platz");
        await().until(() -> later.saved.size() == 1);
        assertThat(later.title()).doesNotContain("zu viel");
    }

    @Test
    void presence_that_waits_is_bounded_too() {
        Peer talker = peer();
        assertThat(talker.eventually("Busse")).isTrue();
        var standstill = new Standstill(rooms, document);
        for (int clock = 1; talker.ended.isEmpty() && clock < 100; clock++) {
            talker.say(7, clock, "\"" + "x".repeat(4_000) + "\"");
        }
        assertThat(talker.ended).containsExactly(Ending.OVERLOAD);
        standstill.close();
    }

    private Peer peer() {
        return new Peer(rooms, document, association.bekir().id(), new PlainFraming());
    }
}
