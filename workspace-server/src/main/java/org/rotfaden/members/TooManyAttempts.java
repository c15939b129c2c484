package org.rotfaden.members;

import java.time.Duration;
import org.springframework.security.authentication.LockedException;

/// There were too many failed log-ins; the next one is possible after a while.
public final class TooManyAttempts extends LockedException {

    private final Duration wait;

    TooManyAttempts(Duration wait) {
        super("TOO_MANY_ATTEMPTS");
        this.wait = wait;
    }

    public Duration waitFor() {
        return wait;
    }
}
