package org.rotfaden.association;

import java.time.Duration;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.rotfaden.activity.Activities;
import org.rotfaden.beat.Beat;
import org.rotfaden.security.RightsChanged;
import org.rotfaden.security.Today;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// Tells when a day begins, so that what ended with the last one closes at once. It looks at the
/// date every second instead of counting until midnight: clocks are set, laptops sleep, and the
/// time zone may change.
@Component
class Midnight implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Midnight.class);

    private final Today today;
    private final Activities activities;
    private final ApplicationEventPublisher events;
    private volatile @Nullable LocalDate last;
    private final Beat beat = new Beat("midnight", Duration.ofSeconds(1), this::look);

    Midnight(Today today, Activities activities, ApplicationEventPublisher events) {
        this.today = today;
        this.activities = activities;
        this.events = events;
    }

    @Override
    public void start() {
        beat.once();
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

    private synchronized void look() {
        LocalDate day = today.date();
        LocalDate before = last;
        last = day;
        if (before != null && !before.equals(day)) {
            tell(() -> events.publishEvent(new DayBegan(day)));
            tell(() -> activities.tell(RightsChanged.ofEverybody()));
        }
    }

    /// Whoever fails to hear the one thing must not keep others from the other: rights end.
    private static void tell(Runnable telling) {
        try {
            telling.run();
        } catch (Throwable failure) {
            log.warn("Could not tell everybody that a day began", failure);
        }
    }
}
