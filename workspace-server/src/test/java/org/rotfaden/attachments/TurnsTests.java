package org.rotfaden.attachments;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.rotfaden.attachments.Turns.Turn;
import org.rotfaden.security.MemberId;

/// Nobody keeps others from their files for long.
class TurnsTests {

    private final MemberId anna = MemberId.random();
    private final MemberId bekir = MemberId.random();
    private final MemberId clara = MemberId.random();
    private final Turns turns = new Turns(3, 2, Duration.ofMillis(20));

    @Test
    void one_member_takes_no_more_than_hers() {
        Turn first = turns.take(anna);
        turns.take(anna);
        assertThatThrownBy(() -> turns.take(anna)).hasMessage("TOO_MANY_TRANSFERS");
        assertThatCode(() -> turns.take(bekir)).doesNotThrowAnyException();
        first.close();
        assertThatCode(() -> turns.take(anna)).doesNotThrowAnyException();
    }

    @Test
    void all_together_take_no_more_than_there_are() {
        turns.take(anna);
        turns.take(anna);
        Turn last = turns.take(bekir);
        for (int again = 0; again < 3; again++) {
            assertThatThrownBy(() -> turns.take(clara)).hasMessage("TOO_MANY_TRANSFERS");
        }
        last.close();
        assertThatCode(() -> turns.take(clara)).doesNotThrowAnyException();
    }
}
