package org.rotfaden.realtime.rooms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rotfaden.realtime.DocumentId;

/// A node whose documents may hold so much; how much they do hold is said here, for documents of
/// other tests would count as well.
class CrowdedTests extends OneMoreNode {

    private static final long MOST = 1_000;

    private final AtomicLong held = new AtomicLong();
    private DocumentId another;

    CrowdedTests() {
        super(Map.of("idle", "1h"));
    }

    @Override
    RoomMemory memory(LiveLimits mine) {
        return new RoomMemory(held::get, MOST, 1_000, 1_000_000);
    }

    @BeforeEach
    void another_motion() {
        another = association.motion("Bahnen").document();
    }

    @Test
    void when_documents_take_all_memory_no_other_is_opened_and_writers_go_on() {
        Peer writer = inTheRoom();
        held.set(MOST);
        assertThat(rooms.admits(association.clara().id(), another)).isFalse();
        Peer turnedAway = peerIn(another);
        await().untilAsserted(() -> assertThat(turnedAway.ended).contains(Ending.NO_ROOM));
        rooms.leave(turnedAway.participant);
        assertThatThrownBy(() -> rooms.read(another, null, open -> open.text("title")).join())
                .hasCauseInstanceOf(TooManyDocuments.class);

        writer.write("weiter ");
        assertThat(inTheRoom().eventually("weiter")).isTrue();
        assertThat(rooms.admits(association.clara().id(), document)).isTrue();
    }

    @Test
    void documents_that_are_open_do_not_grow_without_end() {
        Peer writer = inTheRoom();
        Peer reader = inTheRoom();
        held.set(2 * MOST);
        writer.write("zu viel ");
        await().untilAsserted(() -> assertThat(writer.ended).contains(Ending.OVERLOAD));
        assertThat(reader.ended).isEmpty();
    }

    @Test
    void rooms_in_which_nobody_is_make_way() {
        Peer writer = inTheRoom();
        held.set(MOST);
        rooms.leave(writer.participant);
        await().until(() -> !rooms.isOpen(document));
        held.set(0);
        assertThat(peerIn(another).eventually("Bahnen")).isTrue();
    }

    @Test
    void a_document_that_was_only_read_makes_way_at_once() {
        assertThat(rooms.read(another, null, open -> open.text("title")).join())
                .isEqualTo("Bahnen");
        assertThat(rooms.isOpen(another)).isTrue();
        held.set(MOST);
        await().until(() -> { // the answer is there a moment before its reader is done
            assertThat(rooms.admits(association.clara().id(), DocumentId.random())).isFalse();
            return !rooms.isOpen(another);
        });
    }
}
