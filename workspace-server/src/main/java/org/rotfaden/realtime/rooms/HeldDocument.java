package org.rotfaden.realtime.rooms;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.rotfaden.crdt.SharedDocument;
import org.rotfaden.realtime.DocumentId;
import org.rotfaden.realtime.log.StoredDocument;
import org.rotfaden.security.MemberId;

/// The document of a room: being read from the log, open, or lost. What needs it waits in order
/// until it is read; nothing else waits. Confined to the room's inbox.
final class HeldDocument {

    private record Read(StoredDocument stored, SharedDocument document) {}

    /// That the document is read once, in one of the turns of those who wait for it.
    private static final class Reading {

        private final CompletableFuture<?> after;
        private final CompletableFuture<Read> done = new CompletableFuture<>();
        private final AtomicInteger turns = new AtomicInteger();

        Reading(CompletableFuture<?> after) {
            this.after = after;
        }
    }

    private final DocumentId id;
    private final RoomServices services;
    private final Inbox inbox;
    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private @Nullable Reading expected;
    private @Nullable SharedDocument open;
    private volatile @Nullable Throwable loss;

    HeldDocument(DocumentId id, RoomServices services, Inbox inbox) {
        this.id = id;
        this.services = services;
        this.inbox = inbox;
    }

    /// The document is to be read anew, in the turn of whoever needs it first.
    ///
    /// @param after what has to be in the log before
    /// @param then comes before all that waits
    void expect(
            CompletableFuture<?> after, Consumer<StoredDocument> then, Consumer<Throwable> failed) {
        close();
        var reading = new Reading(after);
        expected = reading;
        var _ =
                reading.done.whenComplete((read, failure) ->
                        inbox.execute(() -> {
                            arrive(read, failure, then, failed);
                            runWhatWaits();
                        }));
    }

    /// Has the document read when it is somebody's turn, if it has not been read by then.
    ///
    /// @param member null for the node itself
    void readInTurnOf(@Nullable MemberId member) {
        inbox.execute(() -> {
            Reading reading = expected;
            if (reading != null) {
                reading.turns.incrementAndGet();
                var _ =
                        reading.after.handleAsync(
                                (_, _) -> {
                                    services.turns().inTurnOf(member, () -> take(reading, member));
                                    return null;
                                },
                                services.threads());
            }
        });
    }

    /// Outside of the inbox. Whoever may have no more documents leaves the reading to those who
    /// wait for this one too.
    private void take(Reading reading, @Nullable MemberId member) {
        synchronized (reading) {
            if (reading.done.isDone()) {
                return;
            }
            try {
                reading.done.complete(restored(member));
            } catch (TooManyDocuments full) {
                if (reading.turns.decrementAndGet() == 0) {
                    reading.done.completeExceptionally(full);
                }
            } catch (Throwable failure) {
                reading.done.completeExceptionally(failure);
            }
        }
    }

    /// Runs a task in the inbox as soon as the document is read or lost, after those that were
    /// given before.
    void whenRead(Runnable task) {
        inbox.execute(() -> {
            if (expected != null) {
                waiting.add(task);
            } else {
                task.run();
            }
        });
    }

    boolean isOpen() {
        return open != null;
    }

    SharedDocument get() {
        if (open == null) {
            throw new IllegalStateException("Document " + id + " is not open");
        }
        return open;
    }

    /// Why the document could not be read; to be asked from any thread.
    @Nullable Throwable loss() {
        return loss;
    }

    void close() {
        if (open != null) {
            open.close();
            open = null;
        }
    }

    private Read restored(@Nullable MemberId member) {
        return services.turns()
                .holding(
                        services.log().heldWhileRead(id),
                        () -> {
                            if (!services.memory().hasSpaceFor(member)) {
                                throw new TooManyDocuments();
                            }
                            StoredDocument stored = services.log().load(id);
                            return new Read(stored, services.snapshots().restore(id, stored));
                        });
    }

    private void arrive(
            @Nullable Read read,
            @Nullable Throwable failure,
            Consumer<StoredDocument> then,
            Consumer<Throwable> failed) {
        expected = null;
        if (read != null) {
            open = read.document();
            then.accept(read.stored());
        } else {
            loss = failure;
            failed.accept(failure);
        }
    }

    /// Until one of the tasks finds that the document has to be read once more.
    private void runWhatWaits() {
        for (Runnable task = next(); task != null; task = next()) {
            Inbox.run(task);
        }
    }

    private @Nullable Runnable next() {
        return expected != null ? null : waiting.poll();
    }
}
