package org.rotfaden.realtime.rooms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rotfaden.crdt.SharedDocument;
import org.rotfaden.crdt.protocol.SyncMessage;
import org.rotfaden.realtime.DocumentId;

/// A node whose documents may take four megabytes more than there are.
class CrowdedTests extends OneMoreNode {

    private static final int MEGABYTE = 1 << 20;

    private DocumentId another;

    CrowdedTests() {
        super(
                Map.of(
                        "documents-in-memory",
                        SharedDocument.heldByAll() + 4 * MEGABYTE + "B",
                        "idle",
                        "1h"));
    }

    @BeforeEach
    void another_motion() {
        another = association.motion("Bahnen").document();
    }

    @Test
    void when_documents_take_all_memory_no_other_is_opened_and_writers_go_on() {
        Peer writer = inTheRoom();
        fill(writer);
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

    /// What earlier tests held counts in the bound, and may be free by now: it takes as long as it
    /// takes.
    @Test
    void documents_that_are_open_do_not_grow_without_end() {
        Peer writer = inTheRoom();
        writer.stalled = true;
        for (int part = 0; part < 200 && writer.ended.isEmpty(); part++) {
            int saved = part + 1;
            write(writer, "y");
            await().until(() -> writer.saved.size() == saved || !writer.ended.isEmpty());
        }
        assertThat(writer.ended).contains(Ending.OVERLOAD);
        rooms.leave(writer.participant);
        await().until(() -> rooms.admits(association.clara().id(), another));
    }

    @Test
    void rooms_in_which_nobody_is_make_way() {
        Peer writer = inTheRoom();
        fill(writer);
        rooms.leave(writer.participant);
        await().until(() -> rooms.admits(association.clara().id(), another));
        assertThat(rooms.isOpen(document)).isFalse();
        assertThat(peerIn(another).eventually("Bahnen")).isTrue();
    }

    @Test
    void a_document_that_was_only_read_makes_way_at_once() {
        assertThat(rooms.read(another, null, open -> open.text("title")).join())
                .isEqualTo("Bahnen");
        assertThat(rooms.isOpen(another)).isTrue();
        fill(inTheRoom());
        assertThat(rooms.admits(association.clara().id(), DocumentId.random())).isFalse();
        assertThat(rooms.isOpen(another)).isFalse();
    }

    /// Until nothing else is opened. The writer itself keeps nothing of it.
    private void fill(Peer writer) {
        writer.stalled = true;
        for (int part = 1; rooms.admits(association.clara().id(), DocumentId.random()); part++) {
            int saved = part;
            write(writer, "x");
            await().until(() -> writer.saved.size() == saved);
        }
    }

    private static void write(Peer writer, String letter) {
        byte[] words = Peer.content(letter.repeat(MEGABYTE));
        writer.participant.receive(new SyncMessage.Update(words));
    }
}
