package org.rotfaden.realtime.rooms;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Runs what comes in one at a time, in order, on a virtual thread that exists only while there is
/// something to do. After each round of at most [#MOST_PER_ROUND] it runs the given closing action.
final class Inbox implements Executor {

    private static final Logger log = LoggerFactory.getLogger(Inbox.class);
    private static final int MOST_PER_ROUND = 256;

    private final Executor threads;
    private final Runnable afterRound;
    private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
    private final AtomicInteger size = new AtomicInteger();

    Inbox(Executor threads, Runnable afterRound) {
        this.threads = threads;
        this.afterRound = afterRound;
    }

    @Override
    public void execute(Runnable task) {
        tasks.add(task);
        if (size.getAndIncrement() == 0) {
            threads.execute(this::drain);
        }
    }

    boolean isEmpty() {
        return size.get() == 0;
    }

    private void drain() {
        int done;
        do {
            done = 0;
            Runnable task;
            while (done < MOST_PER_ROUND && (task = tasks.poll()) != null) {
                run(task);
                done++;
            }
            run(afterRound);
        } while (size.addAndGet(-done) > 0);
    }

    /// Whatever a task fails with, the next one has its turn: else all would stand still.
    static void run(Runnable task) {
        try {
            task.run();
        } catch (Throwable failure) {
            log.error("A room's task failed", failure);
        }
    }
}
