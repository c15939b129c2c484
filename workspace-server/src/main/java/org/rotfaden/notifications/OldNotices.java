package org.rotfaden.notifications;

import java.time.Clock;
import java.time.Duration;
import org.rotfaden.beat.Beat;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// Sees to it that notices go when they are a year old, and choices when they are over.
@Component
class OldNotices implements SmartLifecycle {

    private static final Duration OLDEST = Duration.ofDays(365);

    /// For so long something may be told again.
    private static final Duration LATEST = Duration.ofDays(30);

    private final NoticeRows rows;
    private final ChoiceRows choices;
    private final Clock clock;
    private final Beat rounds = new Beat("old-notices", Duration.ofHours(1), this::clear);

    OldNotices(NoticeRows rows, ChoiceRows choices, Clock clock) {
        this.rows = rows;
        this.choices = choices;
        this.clock = clock;
    }

    void clear() {
        rows.deleteBefore(clock.instant().minus(OLDEST));
        rows.forgetReadBefore(clock.instant().minus(LATEST));
        choices.deleteOver(clock.instant());
    }

    @Override
    public void start() {
        rounds.start();
    }

    @Override
    public void stop() {
        rounds.stop();
    }

    @Override
    public boolean isRunning() {
        return rounds.isRunning();
    }
}
