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
        for (int answer = 0; answer < 4; answer++) {
            begin(bekir);
            questions.end(bekir, LARGEST);
        }
        assertThat(beginning(bekir)).isNotDone();
        begin(MemberId.random());
    }

    @Test
    void small_answers_are_free() {
        for (int answer = 0; answer < 1_000; answer++) {
            begin(bekir);
            questions.end(bekir, 100);
        }
    }

    @Test
    void few_questions_of_one_member_are_answered_at_once() {
        for (int question = 0; question < 4; question++) {
            begin(bekir);
        }
        CompletableFuture<Boolean> fifth = beginning(bekir);
        assertThat(fifth).isNotDone();
        questions.end(bekir, 0);
        assertThat(fifth.orTimeout(10, TimeUnit.SECONDS).join()).isTrue();
    }

    private void begin(MemberId member) {
        assertThat(beginning(member).orTimeout(10, TimeUnit.SECONDS).join()).isTrue();
    }

    private CompletableFuture<Boolean> beginning(MemberId member) {
        return CompletableFuture.supplyAsync(
                () -> questions.begin(member), Thread::startVirtualThread);
    }
}
