package org.rotfaden.realtime.rooms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rotfaden.Association;
import org.rotfaden.WorkspaceTest;
import org.rotfaden.crdt.protocol.SyncMessage;
import org.rotfaden.realtime.DocumentId;
import org.rotfaden.realtime.bus.Bus;
import org.rotfaden.realtime.bus.BusMessage;
import org.rotfaden.realtime.bus.NodeId;
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
    @Autowired private Bus bus;
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
        elsewhere =
                new Rooms(
                        NodeId.random(),
                        log,
                        snapshots,
                        bus,
                        events,
                        limits,
                        new RoomMemory(limits),
                        clock);
        elsewhere.start();
    }

    @AfterEach
    void one_node() {
        elsewhere.stop();
    }

    @Test
    void what_is_written_on_one_node_is_read_on_the_other() {
        Peer here = peer(rooms);
        Peer there = peer(elsewhere);
        here.write("eins ");
        there.write("zwei ");
        await().untilAsserted(() -> {
            assertThat(here.title()).contains("eins", "zwei", "Busse");
            assertThat(there.title()).isEqualTo(here.title());
        });
    }

    @Test
    void messages_the_bus_lost_are_read_from_the_log() {
        Peer there = peer(elsewhere);
        there.write("da ");
        await().until(() -> there.saved.size() == 1);
        log.append(document, Peer.content("verloren "), association.anna().id()).join();
        there.write("danach ");
        await().untilAsserted(() -> assertThat(there.title()).contains("verloren", "danach"));
    }

    @Test
    void the_last_message_that_the_bus_lost_is_found_with_the_next_beat() {
        Peer there = peer(elsewhere);
        await().until(() -> there.title().equals("Busse"));
        log.append(document, Peer.content("verloren "), association.anna().id()).join();
        await().untilAsserted(() -> assertThat(there.title()).contains("verloren"));
    }

    @Test
    void what_was_too_large_for_the_bus_is_read_from_the_log() {
        Peer there = peer(elsewhere);
        await().until(() -> there.title().equals("Busse"));
        long sequence = log.append(document, Peer.content("groß "), association.anna().id()).join();
        bus.publish(new BusMessage.Advanced(NodeId.random(), document, sequence));
        await().untilAsserted(() -> assertThat(there.title()).contains("groß"));
    }

    @Test
    void whoever_opens_a_room_sees_at_once_who_is_in_it_on_other_nodes() {
        Peer here = peer(rooms);
        here.say(7, 1, "{}");
        Peer there = peer(elsewhere);
        await().untilAsserted(() -> assertThat(there.present.toString()).contains("clientId=7"));
        here.say(7, 2, "{\"neu\":1}");
        await().untilAsserted(() -> assertThat(there.present.toString()).contains("neu"));
    }

    /// As when the node she was on is killed.
    @Test
    void a_member_goes_on_with_her_client_on_another_node_and_nobody_else_does() {
        Peer here = peer(rooms);
        Peer there = peer(elsewhere);
        here.say(7, 1, "{}");
        await().untilAsserted(() -> assertThat(there.present.toString()).contains("clientId=7"));
        var stranger = new Peer(elsewhere, document, association.clara().id(), new PlainFraming());
        stranger.say(7, 5, "{\"fremd\":1}");
        there.say(7, 2, "{\"weiter\":1}");
        await().untilAsserted(() -> assertThat(here.present.toString()).contains("weiter"));
        assertThat(here.present.toString()).doesNotContain("fremd");
    }

    @Test
    void a_slow_peer_delays_nobody_and_is_brought_up_to_date_in_place() {
        Peer slow = peer(rooms);
        Peer writer = peer(rooms);
        Peer reader = peer(rooms);
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
        Peer peer = peer(rooms);
        peer.write("bleibt ");
        await().until(() -> peer.saved.size() == 1);
        rooms.leave(peer.participant);
        await().until(() -> !rooms.isOpen(document));
        assertThat(peer(rooms).eventually("bleibt")).isTrue();
    }

    @Test
    void joining_while_the_last_one_leaves_does_not_split_the_room() {
        for (int round = 0; round < 50; round++) {
            Peer last = peer(rooms);
            rooms.leave(last.participant);
            Peer next = peer(rooms);
            Peer witness = peer(rooms);
            String word = "runde" + round + " ";
            next.write(word);
            assertThat(witness.eventually(word)).isTrue();
            rooms.leave(next.participant);
            rooms.leave(witness.participant);
        }
    }

    @Test
    void a_snapshot_holds_what_the_log_holds() {
        Peer peer = peer(rooms);
        peer.write("eins ");
        await().until(() -> peer.saved.size() == 1);
        assertThat(snapshots.take(document, 0, 0)).isEqualTo(2);
        try (var restored = snapshots.restore(document, log.load(document))) {
            assertThat(restored.text("title")).contains("eins", "Busse");
        }
    }

    @Test
    void a_damaged_snapshot_is_replaced_by_the_log() {
        log.keepSnapshot(document, new LoggedUpdate(1, new byte[] {9, 9, 9}));
        assertThat(peer(elsewhere).eventually("Busse")).isTrue();
    }

    @Test
    void a_parked_update_is_kept_forwarded_and_joined_later() {
        byte[] first = HexFormat.of().parseHex("010101000401017402616200");
        byte[] second = HexFormat.of().parseHex("01010102840101016300");
        Peer writer = peer(rooms);
        Peer reader = peer(rooms);
        writer.receive(second);
        await().until(() -> writer.saved.size() == 1);
        Peer late = peer(rooms);
        writer.receive(first);
        for (Peer peer : List.of(reader, late)) {
            await().untilAsserted(() -> assertThat(peer.text("t")).isEqualTo("abc"));
        }
    }

    @Test
    void the_server_reads_what_the_room_holds() {
        peer(rooms).write("vorn ");
        await().untilAsserted(() ->
                assertThat(rooms.read(document, null, open -> open.text("title")).join())
                        .contains("vorn", "Busse"));
    }

    @Test
    void a_task_that_fails_locks_nobody_out() {
        Peer broken = peer(rooms);
        broken.failure = new StackOverflowError("on purpose");
        broken.participant.receive(new SyncMessage.Step1(new byte[] {0}));
        assertThat(peer(rooms).eventually("Busse")).isTrue();
        assertThat(broken.failed.join()).isEqualTo(broken.failure);
    }

    @Test
    void a_peer_that_cannot_be_told_keeps_nothing_from_the_others() {
        List<Peer> peers = Stream.generate(() -> peer(rooms)).limit(5).toList();
        peers.forEach(peer -> assertThat(peer.eventually("Busse")).isTrue());
        Peer broken = peers.get(2);
        broken.failure = new IllegalStateException("on purpose");
        peers.getFirst().write("weiter ");
        for (Peer peer : peers) {
            if (peer != broken) {
                assertThat(peer.eventually("weiter")).isTrue();
            }
        }
        await().untilAsserted(() -> assertThat(broken.ended).contains(Ending.OVERLOAD));
    }

    @Test
    void a_question_that_fails_harms_nobody_else() {
        assertThatThrownBy(() ->
                        rooms.read(
                                        document,
                                        null,
                                        _ -> {
                                            throw new StackOverflowError("on purpose");
                                        })
                                .join())
                .hasCauseInstanceOf(StackOverflowError.class);
        assertThat(peer(rooms).eventually("Busse")).isTrue();
    }

    @Test
    void what_is_written_while_a_snapshot_is_taken_is_kept() {
        Peer writer = peer(rooms);
        StringBuilder written = new StringBuilder();
        for (int round = 0; round < 40; round++) {
            String word = "w" + round + " ";
            written.append(word);
            writer.write(word);
            Thread.ofVirtual().start(() -> snapshots.take(document, 0, 0));
        }
        await().until(() -> writer.saved.size() == 40);
        snapshots.take(document, 0, 0);
        try (var restored = snapshots.restore(document, log.load(document))) {
            assertThat(restored.text("title")).contains(written.toString().split("(?<= )"));
        }
    }

    @Test
    void a_crowd_that_joins_at_once_costs_one_encoding() {
        await().until(() -> peer(rooms).eventually("Busse"));
        framing.answers.clear();
        List<Peer> crowd = IntStream.range(0, 50).mapToObj(_ -> peer(rooms)).toList();
        crowd.forEach(peer -> assertThat(peer.eventually("Busse")).isTrue());
        assertThat(framing.answers).hasSize(1);
    }

    private Peer peer(Rooms node) {
        return new Peer(node, document, association.bekir().id(), framing);
    }
}
