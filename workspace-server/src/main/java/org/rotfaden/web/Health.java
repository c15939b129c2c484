package org.rotfaden.web;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.stereotype.Component;

/// Whether this server can do its work. Anybody may ask, as often as they like: the database is
/// tried once for all who ask within a second.
@Component
public class Health {

    /// Up, or why not; the names are codes for programs.
    public enum State {
        UP,
        STARTING,
        STOPPING,
        DATABASE_UNREACHABLE,
        DATABASE_NOT_WRITABLE,
        DISK_FULL
    }

    private record Trial(long begun, CompletableFuture<State> found) {

        static Trial of(Supplier<State> database) {
            var found =
                    CompletableFuture.supplyAsync(database, Thread::startVirtualThread)
                            .exceptionally(_ -> State.DATABASE_NOT_WRITABLE);
            return new Trial(System.nanoTime(), found);
        }

        /// While one is under way there is no other, however long it takes.
        boolean isGoodFor(Duration time) {
            return !found.isDone() || System.nanoTime() - begun < time.toNanos();
        }
    }

    private static final Duration GOOD_FOR = Duration.ofSeconds(1);
    private static final long LONGEST_WAIT = 1_500; // milliseconds

    private final Supplier<State> database;
    private final ApplicationAvailability availability;
    private final Duration goodFor;
    private @Nullable Trial last;

    @Autowired
    Health(WritingDatabase database, ApplicationAvailability availability) {
        this(database, availability, GOOD_FOR);
    }

    /// @param goodFor how long a trial speaks for all who ask
    Health(Supplier<State> database, ApplicationAvailability availability, Duration goodFor) {
        this.database = database;
        this.availability = availability;
        this.goodFor = goodFor;
    }

    /// Up is who has begun whole, and whose database writes.
    public State state() {
        if (availability.getReadinessState() == ReadinessState.ACCEPTING_TRAFFIC) {
            return trial().found()
                    .copy()
                    .completeOnTimeout(
                            State.DATABASE_UNREACHABLE, LONGEST_WAIT, TimeUnit.MILLISECONDS)
                    .join();
        }
        return availability.getLastChangeEvent(ReadinessState.class) == null
                ? State.STARTING
                : State.STOPPING;
    }

    private synchronized Trial trial() {
        Trial trial = last != null && last.isGoodFor(goodFor) ? last : Trial.of(database);
        last = trial;
        return trial;
    }
}
