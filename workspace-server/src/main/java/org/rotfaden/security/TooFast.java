package org.rotfaden.security;

import java.time.Duration;

/// Somebody makes more at once than hands could; it goes on after a while.
public final class TooFast extends BrokenRule {

    private final long seconds;

    TooFast(Duration wait) {
        this(Math.max(1, Math.ceilDiv(wait.toMillis(), 1_000)));
    }

    private TooFast(long seconds) {
        super(Kind.TOO_MUCH, "TOO_FAST", seconds);
        this.seconds = seconds;
    }

    /// In whole seconds, 1 at the least.
    public long seconds() {
        return seconds;
    }
}
