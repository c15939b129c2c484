package org.rotfaden.ui.notices;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;
import org.rotfaden.security.Today;
import org.rotfaden.ui.elements.HomeZone;

/// For how long something is muted.
enum MutedFor {
    GOOD,
    AN_HOUR,
    A_NIGHT,
    A_WEEK;

    private static final LocalTime MORNING = LocalTime.of(8, 0);

    /// Until when; nothing where it is for good.
    @Nullable Instant until(Clock clock, Today today) {
        return switch (this) {
            case GOOD -> null;
            case AN_HOUR -> clock.instant().plus(Duration.ofHours(1));
            case A_NIGHT ->
                    today.date().plusDays(1).atTime(MORNING).atZone(HomeZone.current()).toInstant();
            case A_WEEK -> clock.instant().plus(Duration.ofDays(7));
        };
    }
}
