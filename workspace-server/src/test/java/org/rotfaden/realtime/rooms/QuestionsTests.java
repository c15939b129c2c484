package org.rotfaden.realtime.rooms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.Test;
import org.rotfaden.security.MemberId;

class QuestionsTests {

    private static final long LARGEST = 1 << 20;

    private final Questions questions =
            new Questions(SomeLimits.with(Map.of("document", "1MB", "answers-per-second", "1B")));
    private final MemberId bekir = MemberId.random();

    @Test
    void who_asks_again_and_again_for_much_waits_and_nobody_else() {
        for (int answer = 0; answer < 3; answer++) {
            begin(bekir);
            questions.end(bekir, LARGEST);
        }
        assertThat(beginning(bekir)).isNotDone();
        MemberId other = MemberId.random();
        begin(other);
        questions.end(other, 0);
    }

    @Test
    void small_answers_are_free() {
        for (int answer = 0; answer < 1_000; answer++) {
            begin(bekir);
            questions.end(bekir, 100);
        }
    }

    @Test
    void few_answers_are_made_at_once_whoever_asks() {
        var gate = new CountDownLatch(1);
        var made = new CountDownLatch(2);
        for (int answer = 0; answer < 2; answer++) {
            var _ =
                    making(() -> {
                        made.countDown();
                        await(gate);
                        return 1;
                    });
        }
        await(made);
        CompletableFuture<OptionalLong> third = making(() -> 3);
        assertThat(third).isNotDone();
        gate.countDown();
        assertThat(third.orTimeout(10, TimeUnit.SECONDS).join()).hasValue(3);
    }

    @Test
    void who_may_ask_and_waits_for_a_document_keeps_nobody_from_answers() {
        for (int asking = 0; asking < 5; asking++) {
            begin(MemberId.random());
        }
        assertThat(making(() -> 3).orTimeout(10, TimeUnit.SECONDS).join()).hasValue(3);
    }

    @Test
    void few_questions_of_one_member_are_answered_at_once() {
        begin(bekir);
        begin(bekir);
        CompletableFuture<Boolean> third = beginning(bekir);
        assertThat(third).isNotDone();
        questions.end(bekir, 0);
        assertThat(third.orTimeout(10, TimeUnit.SECONDS).join()).isTrue();
    }

    private void begin(MemberId member) {
        assertThat(beginning(member).orTimeout(10, TimeUnit.SECONDS).join()).isTrue();
    }

    private CompletableFuture<Boolean> beginning(MemberId member) {
        return CompletableFuture.supplyAsync(
                () -> questions.begin(member), Thread::startVirtualThread);
    }

    private CompletableFuture<OptionalLong> making(LongSupplier answer) {
        return CompletableFuture.supplyAsync(
                () -> questions.make(answer), Thread::startVirtualThread);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }
}
