package org.rotfaden.realtime.socket;

import static java.util.Comparator.comparingLong;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.rotfaden.realtime.rooms.LiveLimits;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/// What the connections of this node hold: what waits for their peers, on its way too, and what
/// those have said half of. All of it together is bounded: when it is too much, whoever has the
/// most goes, and comes back for what it lacks.
@Component
public final class Unsent {

    private static final Logger log = LoggerFactory.getLogger(Unsent.class);

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final long most;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition space = lock.newCondition();
    private final AtomicLong total = new AtomicLong();
    private final AtomicLong going = new AtomicLong();
    private final Set<Connection> connections = ConcurrentHashMap.newKeySet();

    @Autowired
    Unsent(LiveLimits limits) {
        this(limits.mostUnsent());
    }

    /// @param most how many bytes
    Unsent(long most) {
        this.most = most;
    }

    void join(Connection connection) {
        connections.add(connection);
    }

    void leave(Connection connection) {
        connections.remove(connection);
    }

    /// A connection holds more. Nobody may hold a connection's lock who says so. What is on its way
    /// to those who go is given back soon, and nobody else goes for it, unless it is much; and
    /// nobody who holds so little that all together, each with so much, would hold a quarter.
    void add(long bytes) {
        if (total.addAndGet(bytes) - Math.min(going.get(), most / 4) > most) {
            connections.stream()
                    .filter(connection -> !connection.isEnded())
                    .max(comparingLong(Connection::heldBytes))
                    .filter(worst -> worst.heldBytes() > most / 4 / connections.size())
                    .ifPresent(worst -> {
                        log.warn("Too much is held for connections; the one that holds most goes");
                        worst.overload();
                    });
        }
    }

    /// A connection that holds so much is to go.
    void goes(long bytes) {
        going.addAndGet(bytes);
    }

    /// A connection holds less.
    ///
    /// @param goes whether it is one that is to go
    void remove(long bytes, boolean goes) {
        if (goes) {
            going.addAndGet(-bytes);
        }
        long left = total.addAndGet(-bytes);
        if (left <= most && left + bytes > most) {
            lock.lock();
            try {
                space.signalAll();
            } finally {
                lock.unlock();
            }
        }
    }

    /// Waits until not too much is held: whoever goes gives back what is on its way to her only
    /// when she has gone.
    ///
    /// @return whether that was so in time
    boolean awaitSpace() {
        long left = PATIENCE.toNanos();
        lock.lock();
        try {
            while (total.get() > most && left > 0) {
                left = space.awaitNanos(left);
            }
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
        return total.get() <= most;
    }
}
