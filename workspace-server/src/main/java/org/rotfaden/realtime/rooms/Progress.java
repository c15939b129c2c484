package org.rotfaden.realtime.rooms;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.rotfaden.crdt.SharedDocument;
import org.rotfaden.realtime.log.StoredDocument;

/// How far a room is: what stands in the log, what others were told, what the last snapshot holds,
/// how large the document is. Confined to the room's writer.
final class Progress {

    /// So many updates are worth a snapshot, or so many bytes of them.
    static final long SNAPSHOT_UPDATES = 500;

    static final long SNAPSHOT_BYTES = 8L << 20;

    private static final long NEVER = -1;
    private static final Duration SNAPSHOT_PAUSE = Duration.ofSeconds(30);
    private static final Duration MEASURE_PAUSE = Duration.ofSeconds(10);

    private final LiveLimits limits;
    private final Clock clock;
    private final TreeSet<Long> ahead = new TreeSet<>();
    private long contiguous;
    private long newest;
    private long told = NEVER;
    private @Nullable Instant firstUntold;
    private Instant lastChange = Instant.EPOCH;
    private long snapshot;
    private long tail;
    private long tailBefore;
    private Instant lastSnapshot = Instant.EPOCH;
    private long size;
    private Instant measured = Instant.EPOCH;

    Progress(LiveLimits limits, Clock clock) {
        this.limits = limits;
        this.clock = clock;
    }

    /// The document was made anew from what is stored. What others were not told before, they still
    /// have to be told.
    void loaded(StoredDocument stored) {
        contiguous = stored.sequence();
        told = told == NEVER ? stored.sequence() : told;
        snapshot = stored.snapshotSequence();
        ahead.clear();
        tail = stored.tailBytes();
        size = tail + (stored.snapshot() == null ? 0 : stored.snapshot().length);
        noteWhatIsUntold();
    }

    /// An update was applied to the document.
    void applied(byte[] update) {
        size += update.length;
        tail += update.length;
        lastChange = clock.instant();
    }

    /// An update stands in the log.
    void recorded(long sequence) {
        if (sequence > contiguous) {
            ahead.add(sequence);
        }
        while (ahead.remove(contiguous + 1)) {
            contiguous++;
        }
        noteWhatIsUntold();
    }

    /// The log goes up to a sequence, as others say.
    void reaches(long sequence) {
        newest = Math.max(newest, sequence);
    }

    boolean knows(long sequence) {
        return sequence <= contiguous || ahead.contains(sequence);
    }

    /// Whether the log holds something that did not come by.
    boolean hasGap() {
        return !ahead.isEmpty() || newest > contiguous;
    }

    long contiguous() {
        return contiguous;
    }

    boolean isUntold() {
        return firstUntold != null;
    }

    /// The sequence up to which others should be told now.
    Optional<Long> toTell() {
        Instant now = clock.instant();
        if (firstUntold == null
                || (now.isBefore(lastChange.plus(limits.quiet()))
                        && now.isBefore(firstUntold.plus(limits.busy())))) {
            return Optional.empty();
        }
        told = contiguous;
        firstUntold = null;
        return Optional.of(told);
    }

    /// The sequence of which a snapshot is due.
    Optional<Long> toSnapshot() {
        boolean isShort = contiguous - snapshot < SNAPSHOT_UPDATES && tail < SNAPSHOT_BYTES;
        if (isShort || clock.instant().isBefore(lastSnapshot.plus(SNAPSHOT_PAUSE))) {
            return Optional.empty();
        }
        lastSnapshot = clock.instant();
        tailBefore = tail;
        return Optional.of(contiguous);
    }

    void snapshotTaken(long sequence) {
        snapshot = Math.max(snapshot, sequence);
        tail -= tailBefore;
        tailBefore = 0;
    }

    /// Whether the document stays below its limit with one more update. The sum of what came in is
    /// an upper bound of its size; only when that is too large the document is measured.
    boolean hasSpaceFor(byte[] update, SharedDocument document) {
        long limit = limits.document().toBytes();
        if (size + update.length > limit && clock.instant().isAfter(measured.plus(MEASURE_PAUSE))) {
            size = document.snapshot().length;
            measured = clock.instant();
        }
        return size + update.length <= limit;
    }

    private void noteWhatIsUntold() {
        if (contiguous > told && firstUntold == null) {
            firstUntold = clock.instant();
        }
    }
}
