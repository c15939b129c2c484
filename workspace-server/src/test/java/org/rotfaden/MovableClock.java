package org.rotfaden;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Primary;

/// A clock that goes on by itself from wherever it was put.
@Primary
@TestComponent
public final class MovableClock extends Clock {

    private final Clock real = Clock.systemUTC();
    private volatile Duration ahead = Duration.ZERO;

    /// Puts the clock to a time of day somewhere.
    public void show(LocalDateTime time, ZoneId zone) {
        show(time.atZone(zone).toInstant());
    }

    public void show(Instant instant) {
        ahead = Duration.between(real.instant(), instant);
    }

    void showPresent() {
        ahead = Duration.ZERO;
    }

    @Override
    public Instant instant() {
        return real.instant().plus(ahead);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException();
    }
}
