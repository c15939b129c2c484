package org.rotfaden.beat;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Does something again and again in a thread of its own, with a pause before each time. A failure
/// is said and ends nothing.
public final class Beat {

    private static final Logger log = LoggerFactory.getLogger(Beat.class);

    private final String name;
    private final Duration pause;
    private final Runnable task;
    private volatile @Nullable ScheduledExecutorService thread;

    public Beat(String name, Duration pause, Runnable task) {
        this.name = name;
        this.pause = pause;
        this.task = task;
    }

    public void start() {
        var started =
                Executors.newSingleThreadScheduledExecutor(
                        Thread.ofPlatform().daemon().name(name).factory());
        var _ =
                started.scheduleWithFixedDelay(
                        this::once, pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
        thread = started;
    }

    /// Does it once more now, in the thread of the caller.
    public void once() {
        try {
            task.run();
        } catch (Throwable failure) {
            log.error("{} failed, and goes on", name, failure);
        }
    }

    /// Does it no more, and interrupts it where it is being done.
    public void stop() {
        ScheduledExecutorService running = thread;
        thread = null;
        if (running != null) {
            running.shutdownNow();
        }
    }

    public boolean isRunning() {
        return thread != null;
    }
}
