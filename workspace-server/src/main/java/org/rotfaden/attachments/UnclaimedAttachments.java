package org.rotfaden.attachments;

import java.time.Clock;
import java.time.Duration;
import org.rotfaden.beat.Beat;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// Removes files that nothing has claimed for as long as they are kept.
@Component
class UnclaimedAttachments implements SmartLifecycle {

    private static final Duration PAUSE = Duration.ofMinutes(5);

    /// In one transaction.
    private static final int AT_ONCE = 50;

    private final AttachmentRows rows;
    private final AttachmentLimits limits;
    private final Clock clock;
    private final Beat beat = new Beat("unclaimed attachments", PAUSE, this::remove);

    UnclaimedAttachments(AttachmentRows rows, AttachmentLimits limits, Clock clock) {
        this.rows = rows;
        this.limits = limits;
        this.clock = clock;
    }

    void remove() {
        int removed;
        do {
            removed = rows.removeUnclaimed(clock.instant().minus(limits.unclaimed()), AT_ONCE);
        } while (removed == AT_ONCE);
    }

    @Override
    public void start() {
        beat.start();
    }

    @Override
    public void stop() {
        beat.stop();
    }

    @Override
    public boolean isRunning() {
        return beat.isRunning();
    }
}
