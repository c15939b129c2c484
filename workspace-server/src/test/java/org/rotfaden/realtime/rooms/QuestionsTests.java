package org.rotfaden.realtime.rooms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
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
    void few_questions_are_answered_at_once_whoever_asks() {
        begin(bekir);
        begin(MemberId.random());
        CompletableFuture<Boolean> third = beginning(MemberId.random());
        assertThat(third).isNotDone();
        questions.end(bekir, 0);
        assertThat(third.orTimeout(10, TimeUnit.SECONDS).join()).isTrue();
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
}
