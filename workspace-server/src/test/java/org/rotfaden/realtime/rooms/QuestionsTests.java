package org.rotfaden.realtime.rooms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.rotfaden.security.MemberId;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class QuestionsTests {

    private static final long LARGEST = 1 << 20;

    private final Questions questions =
            new Questions(
                    new Binder(
                                    new MapConfigurationPropertySource(
                                            Map.of(
                                                    "rotfaden.live.document",
                                                    "1MB",
                                                    "rotfaden.live.answers-per-second",
                                                    "1B")))
                            .bind("rotfaden.live", LiveLimits.class)
                            .get());
    private final MemberId bekir = MemberId.random();

    @Test
    void who_asks_again_and_again_for_much_waits_and_nobody_else() {
        ask(bekir);
        ask(bekir);
        ask(bekir);
        assertThat(asking(bekir)).isNotDone();
        ask(MemberId.random());
    }

    @Test
    void what_the_answer_did_not_take_is_given_back() {
        for (int question = 0; question < 100; question++) {
            ask(bekir);
            questions.giveBack(bekir, LARGEST);
        }
    }

    private void ask(MemberId member) {
        asking(member).orTimeout(10, TimeUnit.SECONDS).join();
    }

    private CompletableFuture<Void> asking(MemberId member) {
        var asked = new CompletableFuture<Void>();
        Thread.startVirtualThread(() -> {
            questions.await(member, LARGEST);
            asked.complete(null);
        });
        return asked;
    }
}
