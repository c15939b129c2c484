package org.rotfaden.security;

import java.time.Duration;
import java.util.List;

/// Somebody makes more at once than hands could; it goes on after a while.
public final class TooFast extends BrokenRule {

    private final Duration wait;

    TooFast(Duration wait) {
        super(Kind.TOO_MUCH, "TOO_FAST");
        this.wait = wait;
    }

    /// In whole seconds, 1 at the least.
    public long seconds() {
        return Math.max(1, Math.ceilDiv(wait.toMillis(), 1_000));
    }

    @Override
    public List<Object> details() {
        return List.of(seconds());
    }
}
