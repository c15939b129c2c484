package org.rotfaden.realtime.rooms;

import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.rotfaden.crdt.SharedDocument;
import org.rotfaden.realtime.DocumentId;
import org.rotfaden.realtime.bus.BusMessage;
import org.rotfaden.realtime.log.LoggedUpdate;
import org.rotfaden.realtime.log.StoredDocument;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A room's side of the log: what is on its way there and what stands there, which then is passed
/// on, told and kept as a snapshot. Confined to the room's inbox.
final class RoomLog {

    private static final Logger log = LoggerFactory.getLogger(RoomLog.class);
    private static final long NEVER = -1;

    /// So much may wait for its turn, in bytes.
    private static final long MOST_EARLY = 256 << 10;

    private static final CompletableFuture<?> NOTHING = CompletableFuture.completedFuture(null);

    private final DocumentId id;
    private final RoomServices services;
    private final Inbox inbox;
    private final Consumer<LoggedUpdate> missed;
    private final Runnable refused;
    private final Progress progress;
    private CompletableFuture<?> lastAppend = NOTHING;
    private CompletableFuture<?> telling = NOTHING;
    private CompletableFuture<?> catchingUp = NOTHING;
    private int unwritten;

    /// What other nodes have said before its turn: the log has the order in which updates lean on
    /// each other.
    private final NavigableMap<Long, LoggedUpdate> early = new TreeMap<>();

    private long earlyBytes;

    /// Up to where the log was known at the last look, unless some of it was read since.
    private long known = NEVER;

    private volatile boolean settled;
    private volatile long reached;

    /// @param missed takes what the log holds and the room does not
    /// @param refused the log has not taken an update, and never will
    RoomLog(
            DocumentId id,
            RoomServices services,
            Inbox inbox,
            Consumer<LoggedUpdate> missed,
            Runnable refused) {
        this.id = id;
        this.services = services;
        this.inbox = inbox;
        this.missed = missed;
        this.refused = refused;
        this.progress = new Progress(services.limits(), services.clock());
    }

    void loaded(StoredDocument stored) {
        progress.loaded(stored);
        passOnWhatWaited();
        settle();
    }

    boolean hasSpaceFor(byte[] update, SharedDocument document) {
        return progress.hasSpaceFor(update, document);
    }

    boolean knows(LoggedUpdate update) {
        return progress.knows(update.sequence());
    }

    /// Completes when all that was appended so far is durable.
    CompletableFuture<?> lastAppend() {
        return lastAppend;
    }

    void append(byte[] update, Participant author) {
        progress.applied(update);
        unwritten++;
        settled = false;
        CompletableFuture<Long> durable = services.log().append(id, update, author.member());
        lastAppend = durable;
        author.acknowledge(update, durable);
        var _ =
                durable.whenComplete((sequence, failure) ->
                        inbox.execute(() -> appended(update, sequence, failure)));
    }

    /// Whether it is an update's turn. Else it waits, or is read when its turn has come.
    boolean isTurnOf(LoggedUpdate update) {
        if (update.sequence() == progress.contiguous() + 1) {
            return true;
        }
        progress.reaches(update.sequence());
        if (earlyBytes + update.bytes().length <= MOST_EARLY
                && early.putIfAbsent(update.sequence(), update) == null) {
            earlyBytes += update.bytes().length;
        }
        return false;
    }

    /// The room has taken an update out of the log.
    void took(LoggedUpdate update) {
        progress.applied(update.bytes());
        recorded(update.sequence());
    }

    /// The room cannot take an update that stands in the log.
    void leftOut(LoggedUpdate update) {
        recorded(update.sequence());
    }

    private void recorded(long sequence) {
        progress.recorded(sequence);
        passOnWhatWaited();
    }

    private void passOnWhatWaited() {
        while (!early.isEmpty() && early.firstKey() <= progress.contiguous() + 1) {
            LoggedUpdate first = early.pollFirstEntry().getValue();
            earlyBytes -= first.bytes().length;
            if (!knows(first)) {
                missed.accept(first);
            }
        }
    }

    /// The log goes up to a sequence, as others say: what does not come by is read there.
    void reaches(long sequence) {
        progress.reaches(sequence);
    }

    /// The document has to be made anew.
    void unsettle() {
        settled = false;
    }

    /// Whether everything is durable and told.
    boolean isSettled() {
        return settled;
    }

    /// Whether all up to a sequence is in the document; known some time later.
    boolean hasReached(long sequence) {
        return reached >= sequence;
    }

    /// What has to happen now and then, while the document is open.
    void tick() {
        if (catchingUp.isDone()) {
            catchUp();
        }
        if (telling.isDone()) {
            progress.toTell()
                    .ifPresent(sequence -> telling = services.tell().changed(id, sequence));
        }
        if (progress.toSnapshot().isPresent()) {
            var _ = beside("No snapshot of document {}", this::takeSnapshot);
        }
        settle();
    }

    /// What still comes by is not read.
    private void catchUp() {
        long upTo = progress.contiguous();
        boolean hasMoved = known != NEVER && known != upTo;
        known = upTo;
        if (progress.hasGap() && !hasMoved) {
            known = NEVER;
            catchingUp =
                    beside(
                            "What document {} lacks could not be read from its log",
                            () -> services.log().after(id, upTo).forEach(missed));
        }
    }

    private void settle() {
        reached = progress.contiguous();
        settled = unwritten == 0 && !progress.isUntold() && telling.isDone();
    }

    private void appended(byte[] update, @Nullable Long sequence, @Nullable Throwable failure) {
        unwritten--;
        if (sequence == null) {
            log.error("The log has refused an update of document {}", id, failure);
            refused.run();
            return;
        }
        recorded(sequence);
        services.bus()
                .publish(
                        new BusMessage.Appended(
                                services.node(), id, new LoggedUpdate(sequence, update)));
    }

    private void takeSnapshot() {
        long sequence =
                services.snapshots()
                        .take(id, Progress.SNAPSHOT_UPDATES / 2, Progress.SNAPSHOT_BYTES / 2);
        inbox.execute(() -> progress.snapshotTaken(sequence));
    }

    /// What fails is tried again at a later tick.
    private CompletableFuture<?> beside(String complaint, Runnable task) {
        return CompletableFuture.runAsync(task, services.threads())
                .exceptionally(failure -> {
                    log.warn(complaint, id, failure);
                    return null;
                });
    }
}
