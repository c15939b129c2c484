package org.rotfaden.association;

import java.time.LocalDate;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.rotfaden.activity.Activities;
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
    private @Nullable ScheduledExecutorService watch;

    Midnight(Today today, Activities activities, ApplicationEventPublisher events) {
        this.today = today;
        this.activities = activities;
        this.events = events;
    }

    @Override
    public void start() {
        watch =
                Executors.newSingleThreadScheduledExecutor(
                        Thread.ofPlatform().daemon().name("midnight").factory());
        var _ = watch.scheduleWithFixedDelay(this::look, 0, 1, TimeUnit.SECONDS);
    }

    @Override
    public void stop() {
        if (watch != null) {
            watch.shutdownNow();
            watch = null;
        }
    }

    @Override
    public boolean isRunning() {
        return watch != null;
    }

    private synchronized void look() {
        try {
            LocalDate day = today.date();
            LocalDate before = last;
            last = day;
            if (before != null && !before.equals(day)) {
                tell(() -> events.publishEvent(new DayBegan(day)));
                tell(() -> activities.tell(RightsChanged.ofEverybody()));
            }
        } catch (Throwable failure) {
            log.warn("Could not see whether a day began", failure);
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
