package org.rotfaden.realtime.rooms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.rotfaden.security.MemberId;

/// A node that may hold a megabyte of what it reads.
class ReadingTurnsTests {

    private static final int MEGABYTE = 1 << 20;

    private final ReadingTurns turns = new ReadingTurns(MEGABYTE);
    private final CountDownLatch gate = new CountDownLatch(1);

    @Test
    void what_is_read_at_once_is_bounded_by_its_size() {
        List<CompletableFuture<Void>> small =
                List.of(reading(MEGABYTE / 2, gate), reading(MEGABYTE / 2, gate));
        CompletableFuture<Void> third = reading(1, new CountDownLatch(0));
        assertThat(third).isNotDone();
        gate.countDown();
        small.forEach(ReadingTurnsTests::isDone);
        isDone(third);
        isDone(reading(40 * MEGABYTE, gate));
    }

    @Test
    void of_one_member_one_document_waits_at_a_time() {
        MemberId bekir = MemberId.random();
        var begun = new AtomicInteger();
        List<CompletableFuture<Void>> his =
                Stream.generate(() -> inTurnOf(bekir, begun)).limit(5).toList();
        await().until(() -> begun.get() == 1);
        var _ = inTurnOf(MemberId.random(), begun);
        await().until(() -> begun.get() == 2);
        var _ = inTurnOf(null, begun);
        await().until(() -> begun.get() == 3);
        gate.countDown();
        his.forEach(ReadingTurnsTests::isDone);
    }

    private CompletableFuture<Void> reading(long bytes, CountDownLatch until) {
        var begun = new CountDownLatch(1);
        CompletableFuture<Void> done =
                CompletableFuture.runAsync(
                        () -> {
                            var _ =
                                    turns.holding(
                                            bytes,
                                            () -> {
                                                begun.countDown();
                                                return awaited(until);
                                            });
                        },
                        Thread::startVirtualThread);
        if (until == gate && gate.getCount() > 0) {
            awaited(begun);
        }
        return done;
    }

    private CompletableFuture<Void> inTurnOf(@Nullable MemberId member, AtomicInteger begun) {
        return CompletableFuture.runAsync(
                () ->
                        turns.inTurnOf(
                                member,
                                () -> {
                                    begun.incrementAndGet();
                                    awaited(gate);
                                }),
                Thread::startVirtualThread);
    }

    private static void isDone(CompletableFuture<Void> reading) {
        reading.orTimeout(10, TimeUnit.SECONDS).join();
    }

    private static boolean awaited(CountDownLatch latch) {
        try {
            latch.await();
            return true;
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }
}
