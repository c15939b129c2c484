package org.rotfaden.realtime.rooms;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.rotfaden.crdt.SharedDocument;
import org.rotfaden.realtime.DocumentId;
import org.rotfaden.realtime.log.StoredDocument;

/// The document of a room: being read from the log, open, or lost. What needs it waits in order
/// until it is read; nothing else waits. Confined to the room's inbox.
final class HeldDocument {

    private record Read(StoredDocument stored, SharedDocument document) {}

    private final DocumentId id;
    private final RoomServices services;
    private final Inbox inbox;
    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private boolean reading;
    private @Nullable SharedDocument open;
    private volatile @Nullable Throwable loss;

    HeldDocument(DocumentId id, RoomServices services, Inbox inbox) {
        this.id = id;
        this.services = services;
        this.inbox = inbox;
    }

    /// Reads the document anew, outside of the inbox.
    ///
    /// @param after what has to be in the log before
    /// @param then comes before all that waits
    void read(
            CompletableFuture<?> after, Consumer<StoredDocument> then, Consumer<Throwable> failed) {
        close();
        reading = true;
        var _ =
                after.handleAsync((_, _) -> restored(), services.threads())
                        .whenComplete((read, failure) ->
                                inbox.execute(() -> {
                                    arrive(read, failure, then, failed);
                                    runWhatWaits();
                                }));
    }

    /// Runs a task in the inbox as soon as the document is read or lost, after those that were
    /// given before.
    void whenRead(Runnable task) {
        inbox.execute(() -> {
            if (reading) {
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

    private Read restored() {
        return services.memory()
                .read(() -> {
                    StoredDocument stored = services.log().load(id);
                    return new Read(stored, services.snapshots().restore(id, stored));
                });
    }

    private void arrive(
            @Nullable Read read,
            @Nullable Throwable failure,
            Consumer<StoredDocument> then,
            Consumer<Throwable> failed) {
        reading = false;
        if (read != null) {
            open = read.document();
            then.accept(read.stored());
        } else {
            Throwable reason =
                    failure instanceof CompletionException ? failure.getCause() : failure;
            loss = reason;
            failed.accept(reason);
        }
    }

    /// Until one of the tasks finds that the document has to be read once more.
    private void runWhatWaits() {
        for (Runnable task = next(); task != null; task = next()) {
            Inbox.run(task);
        }
    }

    private @Nullable Runnable next() {
        return reading ? null : waiting.poll();
    }
}
