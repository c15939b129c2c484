package org.rotfaden.installation;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Sees to it that the workspace's own PostgreSQL lives. When it died, by a lack of memory for
/// example, it is started again and repairs itself; what it had confirmed is there.
final class PostgresWatch implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(PostgresWatch.class);
    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(250);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(4);

    private final EmbeddedPostgres server;
    private final CountDownLatch ended = new CountDownLatch(1);
    private final Thread watch;

    /// Begins to watch a server that runs.
    PostgresWatch(EmbeddedPostgres server) {
        this.server = server;
        this.watch = Thread.ofPlatform().daemon().name("postgresql-watch").start(this::watch);
    }

    /// Ends before the server does. A start that is under way, and may wait for a long repair, ends
    /// with the server it has begun.
    @Override
    public void close() {
        ended.countDown();
        try {
            while (!watch.join(Duration.ofMillis(100))) {
                server.close();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void watch() {
        Duration pause = SHORTEST_PAUSE;
        try {
            while (!ended.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                pause = isAliveAgain() ? SHORTEST_PAUSE : longer(pause);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean isAliveAgain() {
        try {
            return server.isAlive() || start();
        } catch (IOException | RuntimeException failure) {
            log.error("PostgreSQL cannot be watched; it is tried again", failure);
            return false;
        }
    }

    private boolean start() throws IOException {
        log.warn("PostgreSQL died and is started again");
        boolean started = server.startAgain();
        if (started) {
            log.warn("PostgreSQL runs again");
        } else {
            log.error("PostgreSQL does not start; its own log says why, and it is tried again");
        }
        return started;
    }

    private static Duration longer(Duration pause) {
        Duration twice = pause.multipliedBy(2);
        return twice.compareTo(LONGEST_PAUSE) < 0 ? twice : LONGEST_PAUSE;
    }
}
