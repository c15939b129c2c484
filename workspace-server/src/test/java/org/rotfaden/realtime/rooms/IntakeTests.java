package org.rotfaden.realtime.rooms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.Map;
import org.junit.jupiter.api.Test;

/// How much may wait for a room, whoever said it.
class IntakeTests extends OneMoreNode {

    IntakeTests() {
        super(Map.of("unwritten", "64KB"));
    }

    @Test
    void what_waits_is_bounded_though_those_who_said_it_have_gone() {
        assertThat(peerIn(document).eventually("Busse")).isTrue();
        var standstill = new Standstill(rooms, document);
        for (int guest = 0; guest < 3; guest++) {
            Peer goes = peerIn(document);
            goes.write(guest + MUCH);
            rooms.leave(goes.participant);
            assertThat(goes.ended).isEmpty();
        }
        Peer last = peerIn(document);
        last.write("zu viel" + MUCH);
        assertThat(last.ended).containsExactly(Ending.OVERLOAD);

        standstill.close();
        Peer later = peerIn(document);
        for (int guest = 0; guest < 3; guest++) {
            assertThat(later.eventually(guest + MUCH)).isTrue();
        }
        await().until(() -> log.load(document).sequence() == 4);
        later.write("wieder Platz");
        await().until(() -> later.saved.size() == 1);
        assertThat(later.title()).doesNotContain("zu viel");
    }

    @Test
    void questions_for_presence_that_wait_are_bounded_too() {
        Peer curious = peerIn(document);
        assertThat(curious.eventually("Busse")).isTrue();
        try (var _ = new Standstill(rooms, document)) {
            for (int asked = 0; curious.ended.isEmpty() && asked < 1_000; asked++) {
                curious.participant.askPresence();
            }
            assertThat(curious.ended).containsExactly(Ending.OVERLOAD);
        }
        Peer later = peerIn(document);
        later.write("wieder Platz ");
        await().until(() -> later.saved.size() == 1);
    }

    @Test
    void presence_that_waits_is_bounded_too() {
        Peer talker = peerIn(document);
        assertThat(talker.eventually("Busse")).isTrue();
        var standstill = new Standstill(rooms, document);
        for (int clock = 1; talker.ended.isEmpty() && clock < 100; clock++) {
            talker.say(7, clock, "\"" + "x".repeat(4_000) + "\"");
        }
        assertThat(talker.ended).containsExactly(Ending.OVERLOAD);
        standstill.close();
    }
}
