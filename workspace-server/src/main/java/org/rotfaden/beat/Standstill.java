package org.rotfaden.beat;

import java.time.Duration;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// Notices when the whole process stood still: a machine that slept, a container that was paused.
/// What it knew before may not be so any more, and what it was told meanwhile waits for it beside
/// what it was asked.
@Component
public class Standstill implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Standstill.class);

    private static final Duration BETWEEN_BEATS = Duration.ofMillis(100);

    /// A right that ends has ended everywhere after a second.
    static final Duration LONGEST = Duration.ofMillis(800);

    /// Has to look anew at what may have changed meanwhile.
    public interface Listener {

        void stoodStill();
    }

    private record Moment(long nanos, long millis) {}

    private final Beat beat = new Beat("standstill", BETWEEN_BEATS, this::goOn);
    private final ObjectProvider<Listener> listeners;
    private final LongSupplier nanos;
    private final LongSupplier millis;
    private volatile Moment last;
    private volatile long count;

    @Autowired
    Standstill(ObjectProvider<Listener> listeners) {
        this(listeners, System::nanoTime, System::currentTimeMillis);
    }

    /// @param nanos a clock that goes on while the process stands still
    /// @param millis one that goes on while the machine sleeps as well; it may be set, which costs
    ///   no more than asking once
    Standstill(ObjectProvider<Listener> listeners, LongSupplier nanos, LongSupplier millis) {
        this.listeners = listeners;
        this.nanos = nanos;
        this.millis = millis;
        this.last = now();
    }

    /// How often it has stood still so far. Whoever runs first afterwards notices it, so that
    /// nobody gets the same answer as before.
    public long count() {
        if (isRunning()) {
            Moment now = now();
            if (isLate(now)) {
                notice(now);
            }
        }
        return count;
    }

    private boolean isLate(Moment now) {
        Moment before = last;
        return now.nanos() - before.nanos() > LONGEST.toNanos()
                || now.millis() - before.millis() > LONGEST.toMillis();
    }

    private Moment now() {
        return new Moment(nanos.getAsLong(), millis.getAsLong());
    }

    private synchronized void notice(Moment now) {
        if (isLate(now)) {
            last = now;
            count++;
            Thread.startVirtualThread(this::tell);
        }
    }

    private void tell() {
        log.warn("This server stood still for a moment; it looks anew at what has changed");
        listeners.forEach(listener -> Thread.startVirtualThread(listener::stoodStill));
    }

    private void goOn() {
        Moment now = now();
        if (isLate(now)) {
            notice(now);
        } else {
            last = now;
        }
    }

    @Override
    public void start() {
        last = now();
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

    /// Before anybody comes in.
    @Override
    public int getPhase() {
        return 0;
    }
}
