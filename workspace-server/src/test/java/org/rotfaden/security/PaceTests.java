package org.rotfaden.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// Whoever makes more than hands could is slowed down, and nobody else.
class PaceTests {

    private long now;
    private final MemberId anna = new MemberId(UUID.randomUUID());
    private final MemberId bekir = new MemberId(UUID.randomUUID());
    private final Pace pace =
            new Pace(
                    new PaceLimits(
                            new PaceLimits.Beginning(3, Duration.ofSeconds(30)),
                            new PaceLimits.Posting(3, Duration.ofSeconds(3)),
                            new PaceLimits.Changing(5, Duration.ofSeconds(1)),
                            new PaceLimits.Acting(10, Duration.ofSeconds(2)),
                            new PaceLimits.Uploading(2, Duration.ofSeconds(20))),
                    new TimeMeter() {

                        @Override
                        public long currentTimeNanos() {
                            return now;
                        }

                        @Override
                        public boolean isWallClockBased() {
                            return false;
                        }
                    });

    @Test
    void after_many_beginnings_each_further_one_takes_its_time() {
        for (int each = 0; each < 3; each++) {
            pace.begin(anna);
        }
        assertThatThrownBy(() -> pace.begin(anna))
                .isInstanceOfSatisfying(
                        TooFast.class, fast -> assertThat(fast.seconds()).isEqualTo(30));
        assertThatCode(() -> pace.begin(bekir)).doesNotThrowAnyException();

        pass(Duration.ofSeconds(30));
        pace.begin(anna);
        assertThatThrownBy(() -> pace.begin(anna)).isInstanceOf(TooFast.class);
    }

    @Test
    void changes_count_apart_from_beginnings() {
        for (int each = 0; each < 5; each++) {
            pace.change(anna);
        }
        assertThatThrownBy(() -> pace.change(anna)).isInstanceOf(TooFast.class);
        assertThatCode(() -> pace.begin(anna)).doesNotThrowAnyException();
    }

    @Test
    void files_count_apart_from_all_else() {
        pace.upload(anna);
        pace.upload(anna);
        assertThatThrownBy(() -> pace.upload(anna))
                .isInstanceOfSatisfying(
                        TooFast.class, fast -> assertThat(fast.seconds()).isEqualTo(20));
        assertThatCode(() -> pace.change(anna)).doesNotThrowAnyException();
        assertThatCode(() -> pace.upload(bekir)).doesNotThrowAnyException();
    }

    @Test
    void what_a_page_tells_beyond_that_waits_for_its_time() {
        assertThat(pace.act(anna, 10)).isZero();
        assertThat(pace.act(anna, 3)).isEqualTo(Duration.ofSeconds(6));
        assertThat(pace.act(bekir, 1)).isZero();
        pass(Duration.ofSeconds(6));
        assertThat(pace.act(anna, 1)).isEqualTo(Duration.ofSeconds(2));
    }

    private void pass(Duration time) {
        now += time.toNanos();
    }
}
