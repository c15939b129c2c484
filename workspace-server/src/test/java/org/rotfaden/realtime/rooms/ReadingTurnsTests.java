package org.rotfaden.realtime.rooms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
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
        var both = new CountDownLatch(2);
        var third = new CountDownLatch(1);
        var large = new CountDownLatch(1);
        List<CompletableFuture<Void>> readings = new ArrayList<>();
        readings.add(reading(MEGABYTE / 2, both));
        readings.add(reading(MEGABYTE / 2, both));
        awaited(both);
        readings.add(reading(1, third));
        readings.add(reading(40L * MEGABYTE, large));
        assertThat(third.getCount() + large.getCount()).isEqualTo(2);
        gate.countDown();
        readings.forEach(ReadingTurnsTests::isDone);
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

    private CompletableFuture<Void> reading(long bytes, CountDownLatch begun) {
        return CompletableFuture.runAsync(
                () -> {
                    var _ =
                            turns.holding(
                                    bytes,
                                    () -> {
                                        begun.countDown();
                                        return awaited(gate);
                                    });
                },
                Thread::startVirtualThread);
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
