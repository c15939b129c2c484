package org.rotfaden.realtime.rooms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rotfaden.Association;
import org.rotfaden.TablesOwner;
import org.rotfaden.WorkspaceTest;
import org.rotfaden.crdt.SharedDocument;
import org.rotfaden.realtime.DocumentId;
import org.rotfaden.realtime.bus.Bus;
import org.rotfaden.realtime.bus.NodeId;
import org.rotfaden.realtime.log.StoredDocument;
import org.rotfaden.realtime.log.UpdateLog;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// What a room does while its document is read from the log: at the beginning, and again after the
/// native library failed.
@WorkspaceTest
class ReloadTests {

    @Autowired private UpdateLog log;
    @Autowired private Bus bus;
    @Autowired private LiveLimits limits;
    @Autowired private ApplicationEventPublisher events;
    @Autowired private Clock clock;
    @Autowired private JdbcClient jdbc;
    @Autowired private TransactionTemplate transaction;
    @Autowired private Association association;
    @Autowired private TablesOwner owner;

    private Library library;
    private Rooms rooms;
    private DocumentId document;

    @BeforeEach
    void a_node() {
        document = association.motion("Busse").document();
        library = new Library(log);
        rooms =
                new Rooms(
                        NodeId.random(),
                        log,
                        library,
                        bus,
                        events,
                        limits,
                        new RoomMemory(limits),
                        clock);
        rooms.start();
    }

    @AfterEach
    void no_node() {
        library.gate.countDown();
        rooms.stop();
    }

    @Test
    void after_a_failure_of_the_library_all_go_on_with_what_the_log_holds() {
        Peer writer = peer();
        Peer reader = peer();
        writer.write("eins ");
        await().until(() -> writer.saved.size() == 1);
        assertThat(reader.eventually("eins")).isTrue();
        library.fail();
        writer.write("gift ");
        await().until(() -> writer.refused.size() == 1);
        reader.write("zwei ");
        await().until(() -> reader.saved.size() == 1);
        assertThat(writer.eventually("zwei")).isTrue();
        assertThat(logged()).contains("Busse", "eins", "zwei").doesNotContain("gift");
        assertThat(library.read).hasValue(2);
    }

    /// Else the room would call saved what stands in its document and in no log.
    @Test
    void what_the_log_refused_is_called_saved_only_when_it_has_it() {
        Peer writer = peer();
        assertThat(writer.eventually("Busse")).isTrue();
        byte[] words = Peer.content("abgelehnt ");
        owner.jdbc()
                .sql(
                        """
                        alter table live_document_update add constraint on_purpose
                        check (position(convert_to('abgelehnt', 'UTF8') in bytes) = 0) not valid
                        """)
                .update();
        try {
            writer.receive(words);
            await().untilAsserted(() -> assertThat(writer.ended).contains(Ending.OVERLOAD));
        } finally {
            owner.jdbc()
                    .sql("alter table live_document_update drop constraint on_purpose")
                    .update();
        }
        assertThat(writer.saved).isEmpty();
        Peer again = peer();
        again.receive(words);
        await().until(() -> again.saved.size() == 1);
        assertThat(logged()).contains("Busse", "abgelehnt");
    }

    @Test
    void a_newcomer_whom_the_library_cannot_answer_is_sent_away_and_served_when_it_comes_back() {
        Peer first = peer();
        assertThat(first.eventually("Busse")).isTrue();
        library.fail();
        first.write("gift ");
        await().until(() -> library.read.get() == 2);
        library.fail();
        Peer second = peer();
        await().untilAsserted(() -> assertThat(second.ended).contains(Ending.OVERLOAD));
        assertThat(peer().eventually("Busse")).isTrue();
    }

    @Test
    void nobody_waits_in_the_room_while_its_document_is_read_again() throws Exception {
        Peer writer = peer();
        Peer reader = peer();
        assertThat(writer.eventually("Busse")).isTrue();
        assertThat(reader.eventually("Busse")).isTrue();
        library.fail();
        library.close();
        writer.write("gift ");
        library.reached.await();
        writer.say(7, 1, "{}");
        await().untilAsserted(() -> assertThat(reader.present.toString()).contains("clientId=7"));
        reader.write("dabei ");
        library.gate.countDown();
        await().until(() -> reader.saved.size() == 1);
        assertThat(writer.eventually("dabei")).isTrue();
    }

    /// Updates can be read meanwhile, so that the room waits for nothing but its own append.
    @Test
    void nobody_waits_in_the_room_while_the_database_takes_nothing() {
        Peer writer = peer();
        Peer reader = peer();
        assertThat(writer.eventually("Busse")).isTrue();
        assertThat(reader.eventually("Busse")).isTrue();
        transaction.executeWithoutResult(_ -> {
            jdbc.sql("lock table live_document_update in exclusive mode").update();
            writer.write("unterwegs ");
            assertThat(reader.eventually("unterwegs")).isTrue();
            library.fail();
            writer.write("gift ");
            writer.say(7, 1, "{}");
            await().untilAsserted(
                            () -> assertThat(reader.present.toString()).contains("clientId=7"));
            assertThat(writer.saved).isEmpty();
        });
        await().until(() -> writer.saved.size() == 1 && writer.refused.size() == 1);
        assertThat(peer().eventually("unterwegs")).isTrue();
    }

    @Test
    void who_leaves_while_the_document_is_read_has_said_what_was_said_before() throws Exception {
        library.close();
        Peer writer = peer();
        library.reached.await();
        for (int word = 0; word < 20; word++) {
            writer.write("w" + word + " ");
        }
        rooms.leave(writer.participant);
        writer.write("zu spät ");
        library.gate.countDown();
        Peer late = peer();
        for (int word = 0; word < 20; word++) {
            assertThat(late.eventually("w" + word + " ")).isTrue();
        }
        await().until(() -> log.load(document).sequence() == 21);
        assertThat(logged()).contains("w0 ", "w19 ").doesNotContain("zu spät");
    }

    @Test
    void nothing_is_left_to_read_after_the_room_was_made_anew() {
        Peer writer = peer();
        writer.write("eins ");
        await().until(() -> writer.saved.size() == 1);
        library.fail();
        writer.write("gift ");
        await().until(() -> writer.refused.size() == 1);
        rooms.leave(writer.participant);
        await().until(() -> !rooms.isOpen(document));
    }

    @Test
    void what_stands_in_the_log_and_cannot_be_read_keeps_no_room_open() {
        Peer writer = peer();
        assertThat(writer.eventually("Busse")).isTrue();
        log.append(document, new byte[] {9, 9, 9}, association.anna().id()).join();
        writer.write("danach ");
        await().until(() -> writer.saved.size() == 1);
        rooms.leave(writer.participant);
        await().until(() -> !rooms.isOpen(document));
    }

    @Test
    void who_comes_after_a_document_could_not_be_read_finds_a_new_room() {
        library.failure = new IllegalStateException("on purpose");
        Peer first = peer();
        await().untilAsserted(() -> assertThat(first.ended).contains(Ending.OVERLOAD));
        library.failure = null;
        Peer second = peer();
        assertThat(second.eventually("Busse")).isTrue();
        rooms.leave(first.participant);
        second.write("wieder da ");
        await().until(() -> second.saved.size() == 1);
        rooms.leave(second.participant);
        await().until(() -> !rooms.isOpen(document));
    }

    @Test
    void a_document_that_is_not_there_is_answered_so() {
        Peer lost = new Peer(rooms, DocumentId.random(), association.bekir().id(), framing());
        await().untilAsserted(() -> assertThat(lost.ended).containsOnly(Ending.NOT_FOUND));
    }

    private String logged() {
        try (SharedDocument restored = new Snapshots(log).restore(document, log.load(document))) {
            return restored.text("title");
        }
    }

    private Peer peer() {
        return new Peer(rooms, document, association.bekir().id(), framing());
    }

    private static PlainFraming framing() {
        return new PlainFraming();
    }

    /// Reads documents, and may take its time or fail.
    private static final class Library extends Snapshots {

        private final AtomicInteger read = new AtomicInteger();
        private volatile SharedDocument newest = SharedDocument.empty();
        private volatile CountDownLatch gate = new CountDownLatch(0);
        private volatile CountDownLatch reached = new CountDownLatch(0);
        private volatile @Nullable RuntimeException failure;

        Library(UpdateLog log) {
            super(log);
        }

        /// The document that was read last cannot be used any more.
        void fail() {
            newest.close();
        }

        /// Whatever is read from now on waits for the gate.
        void close() {
            gate = new CountDownLatch(1);
            reached = new CountDownLatch(1);
        }

        @Override
        SharedDocument restore(DocumentId id, StoredDocument stored) {
            reached.countDown();
            try {
                gate.await();
            } catch (InterruptedException stopped) {
                throw new IllegalStateException(stopped);
            }
            if (failure != null) {
                throw failure;
            }
            SharedDocument document = super.restore(id, stored);
            newest = document;
            read.incrementAndGet();
            return document;
        }
    }
}
