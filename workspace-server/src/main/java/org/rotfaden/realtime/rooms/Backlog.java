package org.rotfaden.realtime.rooms;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// How much waits for its turn in one room, in bytes. Above a bound the room's writers are not
/// listened to until half of it is done: what they still have to say waits on their own devices, as
/// not saved. Readers go on, and so do other rooms.
final class Backlog {

    private final long most;
    private final AtomicLong waiting = new AtomicLong();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition caughtUp = lock.newCondition();

    /// @param most how many bytes
    Backlog(long most) {
        this.most = most;
    }

    /// Something of this size waits from now on.
    void add(long size) {
        waiting.addAndGet(size);
    }

    /// It had its turn.
    void done(long size) {
        long left = waiting.addAndGet(-size);
        if (left <= enough() && left + size > enough()) {
            lock.lock();
            try {
                caughtUp.signalAll();
            } finally {
                lock.unlock();
            }
        }
    }

    boolean isTooLong() {
        return waiting.get() > most;
    }

    /// Waits until the room has caught up, or the thread is to end.
    void awaitCaughtUp() {
        lock.lock();
        try {
            while (waiting.get() > enough()) {
                caughtUp.await();
            }
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }

    private long enough() {
        return most / 2;
    }
}
