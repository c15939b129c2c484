package org.rotfaden.realtime.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.rotfaden.beat.PretendStandstill;
import org.rotfaden.realtime.rooms.LiveLimits;
import org.rotfaden.realtime.rooms.SomeLimits;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.handler.AbstractWebSocketHandler;

/// What waits for all peers together. Each alone may hold far more.
class UnsentTests {

    private static final LiveLimits LIMITS = SomeLimits.with(Map.of());

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Unsent total = new Unsent(1_000_000);

    @AfterEach
    void stop() {
        threads.close();
    }

    @Test
    void when_all_together_hold_too_much_whoever_takes_the_least_goes() {
        List<Peer> stalled = Stream.generate(() -> peer(true)).limit(3).toList();
        Peer reader = peer(false);
        stalled.forEach(peer -> peer.connection.send(new byte[300_000]));
        stalled.getLast().connection.send(new byte[90_000]);
        assertThat(stalled).noneMatch(Peer::isOut);

        reader.connection.send(new byte[50_000]);
        await().until(stalled.getLast()::isOut);
        assertThat(stalled.getLast().socket.closed.join().getCode()).isEqualTo(1013);
        assertThat(stalled.subList(0, 2)).noneMatch(Peer::isOut);
        assertThat(reader.socket.heard).hasSize(1);

        reader.connection.send(new byte[350_000]);
        assertThat(Stream.concat(stalled.stream().limit(2), Stream.of(reader)))
                .noneMatch(Peer::isOut);
    }

    @Test
    void halves_of_messages_count_too() {
        List<Peer> talkers = Stream.generate(() -> peer(false)).limit(3).toList();
        talkers.forEach(peer -> peer.connection.halfHeard(300_000));
        talkers.getLast().connection.halfHeard(50_000);
        assertThat(talkers).noneMatch(Peer::isOut);
        talkers.getLast().connection.nothingHalfHeard();
        talkers.getFirst().connection.halfHeard(350_000);
        assertThat(talkers).noneMatch(Peer::isOut);
        talkers.get(1).connection.halfHeard(100_000);
        await().until(talkers.getFirst()::isOut);
        assertThat(talkers.get(1).isOut()).isFalse();
    }

    @Test
    void nobody_else_goes_while_the_one_who_holds_most_is_going() {
        List<Runnable> later = new ArrayList<>();
        Peer greedy = new Peer(true, later::add);
        List<Peer> others = Stream.generate(() -> peer(true)).limit(2).toList();
        greedy.connection.send(new byte[600_000]);
        others.forEach(peer -> peer.connection.send(new byte[150_000]));
        greedy.connection.send(new byte[150_000]);
        assertThat(greedy.connection.isEnded()).isTrue();
        others.forEach(peer -> peer.connection.send(new byte[150_000]));
        assertThat(others).noneMatch(peer -> peer.connection.isEnded());
        later.forEach(Runnable::run);
        assertThat(greedy.isOut()).isTrue();
        assertThat(greedy.connection.heldBytes()).isZero();
        assertThat(others).noneMatch(peer -> peer.connection.isEnded());
    }

    @Test
    void those_who_go_hold_a_quarter_beside_the_others_and_no_more() {
        Peer greedy = new Peer(true, _ -> {});
        Peer other = peer(true);
        greedy.connection.send(new byte[700_000]);
        greedy.connection.overload();
        other.connection.send(new byte[500_000]);
        assertThat(other.connection.isEnded()).isFalse();
        other.connection.send(new byte[100_000]);
        assertThat(other.connection.isEnded()).isTrue();
    }

    /// Many who take nothing were given much at the same moment: it is not for her to make room.
    @Test
    void who_holds_next_to_nothing_stays() {
        List<Peer> greedy = Stream.generate(() -> new Peer(true, _ -> {})).limit(5).toList();
        Peer member = peer(true);
        for (Peer peer : greedy) {
            var frames = new ArrayDeque<>(List.of(new byte[500_000]));
            peer.connection.add(() -> Optional.ofNullable(frames.poll()));
            peer.connection.pump();
        }
        for (int words = 0; words < 9; words++) {
            member.connection.send(new byte[1_000]);
        }
        assertThat(greedy).anyMatch(peer -> peer.connection.isEnded());
        assertThat(member.connection.isEnded()).isFalse();
    }

    @Test
    void halves_of_those_who_are_gone_count_no_more() {
        Peer gone = peer(false);
        gone.socket.close(CloseStatus.NORMAL);
        gone.connection.halfHeard(900_000);
        Peer here = peer(true);
        here.connection.send(new byte[200_000]);
        assertThat(here.isOut()).isFalse();
        assertThat(total.awaitSpace()).isTrue();
        here.connection.send(new byte[700_000]);
        assertThat(here.connection.isEnded()).isFalse();
        assertThat(gone.connection.heldBytes()).isZero();
    }

    @Test
    void what_has_arrived_counts_no_more() {
        Peer reader = peer(false);
        for (int frame = 0; frame < 50; frame++) {
            reader.connection.send(new byte[100_000]);
        }
        assertThat(reader.isOut()).isFalse();
        assertThat(reader.connection.heldBytes()).isZero();
        assertThat(reader.socket.heard).hasSize(50);
    }

    private Peer peer(boolean stalled) {
        return new Peer(stalled, threads);
    }

    private final class Peer extends AbstractWebSocketHandler {

        private final PretendSocket socket = new PretendSocket(this, "ws://localhost/live");
        private final Connection connection;

        Peer(boolean stalled, Executor threads) {
            socket.stalled = stalled;
            connection =
                    new Connection(
                            socket.session(),
                            threads,
                            total,
                            PretendStandstill.never(),
                            Language.BINARY,
                            LIMITS);
        }

        boolean isOut() {
            return socket.closed.isDone();
        }

        @Override
        public void afterConnectionClosed(WebSocketSession session, CloseStatus status) {
            connection.gone();
        }
    }
}
