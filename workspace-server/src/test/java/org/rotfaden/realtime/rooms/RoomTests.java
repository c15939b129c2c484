package org.rotfaden.realtime.rooms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rotfaden.Association;
import org.rotfaden.WorkspaceTest;
import org.rotfaden.crdt.FirstContent;
import org.rotfaden.crdt.Run;
import org.rotfaden.crdt.SharedDocument;
import org.rotfaden.crdt.protocol.AwarenessUpdate;
import org.rotfaden.crdt.protocol.SyncMessage;
import org.rotfaden.realtime.Access;
import org.rotfaden.realtime.DocumentId;
import org.rotfaden.realtime.bus.UpdateBus;
import org.rotfaden.realtime.log.LoggedUpdate;
import org.rotfaden.realtime.log.UpdateLog;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;

/// The room engine with peers that take what comes, or do not. Two nodes share one log and one bus.
@WorkspaceTest
class RoomTests {

    @Autowired private Rooms rooms;
    @Autowired private UpdateLog log;
    @Autowired private Snapshots snapshots;
    @Autowired private UpdateBus bus;
    @Autowired private LiveLimits limits;
    @Autowired private ApplicationEventPublisher events;
    @Autowired private Clock clock;
    @Autowired private Association association;

    private final PlainFraming framing = new PlainFraming();
    private Rooms elsewhere;
    private DocumentId document;

    @BeforeEach
    void two_nodes() {
        document = association.motion("Busse").document();
        elsewhere = new Rooms(log, snapshots, bus, events, limits, clock);
        elsewhere.start();
    }

    @AfterEach
    void one_node() {
        elsewhere.stop();
    }

    @Test
    void what_is_written_on_one_node_is_read_on_the_other() {
        Peer here = new Peer(rooms);
        Peer there = new Peer(elsewhere);
        here.write("eins ");
        there.write("zwei ");
        await().untilAsserted(() -> {
            assertThat(here.title()).contains("eins", "zwei", "Busse");
            assertThat(there.title()).isEqualTo(here.title());
        });
    }

    @Test
    void messages_the_bus_lost_are_read_from_the_log() {
        Peer there = new Peer(elsewhere);
        there.write("da ");
        await().until(() -> there.saved.size() == 1);
        log.append(document, content("verloren "), association.anna().id()).join();
        there.write("danach ");
        await().untilAsserted(() -> assertThat(there.title()).contains("verloren", "danach"));
    }

    @Test
    void a_slow_peer_delays_nobody_and_is_brought_up_to_date_in_place() {
        Peer slow = new Peer(rooms);
        Peer writer = new Peer(rooms);
        Peer reader = new Peer(rooms);
        await().until(() -> slow.title().equals("Busse"));
        slow.stalled = true;
        for (int number = 0; number < 5_000; number++) {
            writer.write("");
        }
        writer.write("zuletzt ");
        await().untilAsserted(() -> assertThat(reader.title()).contains("zuletzt"));
        await().until(() -> writer.saved.size() == 5_001);
        int before = slow.received.size();
        slow.stalled = false;
        slow.wake();
        await().untilAsserted(() -> assertThat(slow.title()).contains("zuletzt"));
        assertThat(slow.received.size() - before).as("frames").isLessThan(10);
        assertThat(slow.ended).isEmpty();
    }

    @Test
    void a_room_closes_when_deserted_and_nothing_is_lost() {
        Peer peer = new Peer(rooms);
        peer.write("bleibt ");
        await().until(() -> peer.saved.size() == 1);
        rooms.leave(peer.participant);
        await().until(() -> !rooms.isOpen(document));
        assertThat(new Peer(rooms).eventually("bleibt")).isTrue();
    }

    @Test
    void joining_while_the_last_one_leaves_does_not_split_the_room() {
        for (int round = 0; round < 50; round++) {
            Peer last = new Peer(rooms);
            rooms.leave(last.participant);
            Peer next = new Peer(rooms);
            Peer witness = new Peer(rooms);
            String word = "runde" + round + " ";
            next.write(word);
            assertThat(witness.eventually(word)).isTrue();
            rooms.leave(next.participant);
            rooms.leave(witness.participant);
        }
    }

    @Test
    void a_snapshot_holds_what_the_log_holds() {
        Peer peer = new Peer(rooms);
        peer.write("eins ");
        await().until(() -> peer.saved.size() == 1);
        assertThat(snapshots.take(document)).isEqualTo(2);
        try (var restored = snapshots.restore(document, log.load(document))) {
            assertThat(restored.text("title")).contains("eins", "Busse");
        }
    }

    @Test
    void a_damaged_snapshot_is_replaced_by_the_log() {
        log.keepSnapshot(document, new LoggedUpdate(1, new byte[] {9, 9, 9}));
        assertThat(new Peer(elsewhere).eventually("Busse")).isTrue();
    }

    @Test
    void a_parked_update_is_kept_forwarded_and_joined_later() {
        byte[] first = HexFormat.of().parseHex("010101000401017402616200");
        byte[] second = HexFormat.of().parseHex("01010102840101016300");
        Peer writer = new Peer(rooms);
        Peer reader = new Peer(rooms);
        writer.receive(second);
        await().until(() -> writer.saved.size() == 1);
        Peer late = new Peer(rooms);
        writer.receive(first);
        for (Peer peer : List.of(reader, late)) {
            await().untilAsserted(() -> assertThat(peer.text("t")).isEqualTo("abc"));
        }
    }

    @Test
    void the_server_reads_what_the_room_holds() {
        new Peer(rooms).write("vorn ");
        await().untilAsserted(() ->
                assertThat(rooms.read(document, open -> open.text("title")).join())
                        .contains("vorn", "Busse"));
    }

    @Test
    void a_task_that_fails_locks_nobody_out() {
        assertThatThrownBy(() ->
                        rooms.read(
                                        document,
                                        _ -> {
                                            throw new StackOverflowError("on purpose");
                                        })
                                .join())
                .hasCauseInstanceOf(StackOverflowError.class);
        assertThat(new Peer(rooms).eventually("Busse")).isTrue();
    }

    @Test
    void what_is_written_while_a_snapshot_is_taken_is_kept() {
        Peer writer = new Peer(rooms);
        StringBuilder written = new StringBuilder();
        for (int round = 0; round < 40; round++) {
            String word = "w" + round + " ";
            written.append(word);
            writer.write(word);
            Thread.ofVirtual().start(() -> snapshots.take(document));
        }
        await().until(() -> writer.saved.size() == 40);
        snapshots.take(document);
        try (var restored = snapshots.restore(document, log.load(document))) {
            assertThat(restored.text("title")).contains(written.toString().split("(?<= )"));
        }
    }

    @Test
    void a_crowd_that_joins_at_once_costs_one_encoding() {
        await().until(() -> new Peer(rooms).eventually("Busse"));
        framing.answers.clear();
        List<Peer> crowd = IntStream.range(0, 50).mapToObj(_ -> new Peer(rooms)).toList();
        crowd.forEach(peer -> assertThat(peer.eventually("Busse")).isTrue());
        assertThat(framing.answers).hasSize(1);
    }

    private static byte[] content(String title) {
        return SharedDocument.firstContent(
                new FirstContent(title, List.of(new Run("\n", Map.of())), List.of()));
    }

    /// A client in the same process that may stall.
    private final class Peer implements Outlet {

        private final SharedDocument copy = SharedDocument.empty();
        private final List<byte[]> received = new CopyOnWriteArrayList<>();
        private final List<String> saved = new CopyOnWriteArrayList<>();
        private final List<Ending> ended = new ArrayList<>();
        private final Participant participant;
        private volatile boolean stalled;

        Peer(Rooms node) {
            Person person = new Person(association.bekir().id(), "Bekir");
            participant = node.join(document, person, Access.WRITE, framing, this);
            participant.receive(new SyncMessage.Step1(new byte[] {0}));
        }

        void write(String title) {
            receive(content(title));
        }

        void receive(byte[] update) {
            copy.apply(update);
            participant.receive(new SyncMessage.Update(update));
        }

        String title() {
            return text("title");
        }

        String text(String root) {
            return copy.text(root);
        }

        boolean eventually(String words) {
            await().until(() -> title().contains(words));
            return true;
        }

        @Override
        public synchronized void send(byte[] frame) {
            switch (frame[0]) {
                case 'u' -> {
                    received.add(frame);
                    copy.apply(Arrays.copyOfRange(frame, 1, frame.length));
                }
                case 's' -> saved.add("saved");
                default -> {
                    // a question or presence
                }
            }
        }

        @Override
        public synchronized void wake() {
            while (!stalled) {
                Optional<byte[]> frame =
                        participant == null ? Optional.empty() : participant.nextFrame();
                if (frame.isEmpty()) {
                    return;
                }
                send(frame.get());
            }
        }

        @Override
        public void end(Ending ending) {
            ended.add(ending);
        }
    }

    /// Frames that begin with what they are. Knows which answers to newcomers went out.
    private static final class PlainFraming implements Framing {

        private final Set<byte[]> answers =
                Collections.synchronizedSet(Collections.newSetFromMap(new IdentityHashMap<>()));

        @Override
        public byte[] sync(SyncMessage message) {
            return switch (message) {
                case SyncMessage.Step1(byte[] known) -> framed('q', known);
                case SyncMessage.Step2(byte[] update) -> {
                    answers.add(update);
                    yield framed('u', update);
                }
                case SyncMessage.Update(byte[] update) -> framed('u', update);
            };
        }

        @Override
        public byte[] presence(AwarenessUpdate states) {
            return framed('p', new byte[0]);
        }

        @Override
        public Optional<byte[]> saved(byte[] update) {
            return Optional.of(framed('s', new byte[0]));
        }

        @Override
        public Optional<byte[]> refused(String reason) {
            return Optional.of(framed('r', new byte[0]));
        }

        @Override
        public boolean echoesWhatIsSaved() {
            return false;
        }

        private static byte[] framed(char kind, byte[] content) {
            byte[] frame = new byte[content.length + 1];
            frame[0] = (byte) kind;
            System.arraycopy(content, 0, frame, 1, content.length);
            return frame;
        }
    }
}
