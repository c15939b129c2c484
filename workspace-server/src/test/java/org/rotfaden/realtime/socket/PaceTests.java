package org.rotfaden.realtime.socket;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.rotfaden.realtime.rooms.SomeLimits;

class PaceTests {

    private final Pace pace = new Pace(SomeLimits.with(Map.of("updates-per-second", "1")));

    @Test
    void what_piled_up_while_nobody_listened_may_come_at_once() {
        assertThat(updatesTaken()).isEqualTo(2);
        pace.allowFor(Duration.ofSeconds(10));
        assertThat(updatesTaken()).isBetween(10L, 12L);
    }

    @Test
    void a_moment_in_which_nobody_listened_changes_nothing() {
        assertThat(updatesTaken()).isEqualTo(2);
        pace.allowFor(Duration.ofMillis(1));
        assertThat(updatesTaken()).isLessThan(2);
    }

    @Test
    void who_comes_and_goes_without_end_is_a_flood() {
        assertThat(IntStream.range(0, 1_000).filter(_ -> pace.mayEnter()).count())
                .isBetween(128L, 200L);
    }

    private long updatesTaken() {
        return IntStream.range(0, 100).filter(_ -> pace.mayUpdate()).count();
    }
}
