package org.rotfaden.realtime.rooms;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.rotfaden.http.SpareMemory;
import org.rotfaden.security.MemberId;

/// Whose turn it is to have a document read from the log. What is read at once has its share of the
/// memory. Of one member one document at a time waits for it, so that however many she opens, each
/// of the others waits for one of hers at the most.
final class ReadingTurns {

    /// Memory is given in parts of so many bytes.
    private static final long PART = 64 << 10;

    private final Cache<MemberId, ReentrantLock> ofMembers =
            Caffeine.newBuilder().weakValues().build();
    private final int parts;
    private final Semaphore free;

    ReadingTurns() {
        this(SpareMemory.READING.bytes());
    }

    /// @param most how many bytes may be read at once; what is larger is read alone
    ReadingTurns(long most) {
        this.parts = Math.clamp(most / PART, 1, Integer.MAX_VALUE);
        this.free = new Semaphore(parts, true);
    }

    /// Does something after all that a member asked for before; at once for nobody in particular.
    void inTurnOf(@Nullable MemberId member, Runnable reading) {
        if (member == null) {
            reading.run();
            return;
        }
        ReentrantLock hers = ofMembers.get(member, _ -> new ReentrantLock(true));
        hers.lock();
        try {
            reading.run();
        } finally {
            hers.unlock();
        }
    }

    /// Does something that holds so many bytes, as soon as they are free.
    <T> T holding(long bytes, Supplier<T> reading) {
        int taken = Math.clamp(Math.ceilDiv(bytes, PART), 1, parts);
        free.acquireUninterruptibly(taken);
        try {
            return reading.get();
        } finally {
            free.release(taken);
        }
    }
}
