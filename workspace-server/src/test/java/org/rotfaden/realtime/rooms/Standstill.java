package org.rotfaden.realtime.rooms;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.rotfaden.realtime.DocumentId;

/// A room in which nothing gets its turn until this is closed; what is said waits.
public final class Standstill implements AutoCloseable {

    private final CountDownLatch gate = new CountDownLatch(1);
    private final CompletableFuture<Boolean> held;

    public Standstill(Rooms rooms, DocumentId document) {
        var reached = new CountDownLatch(1);
        held =
                rooms.read(
                        document,
                        null,
                        _ -> {
                            reached.countDown();
                            return awaited(gate);
                        });
        awaited(reached);
    }

    /// Returns when the room goes on.
    @Override
    public void close() {
        gate.countDown();
        held.join();
    }

    private static boolean awaited(CountDownLatch latch) {
        try {
            latch.await();
            return true;
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }
}
