package org.rotfaden.realtime.rooms;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.BiPredicate;
import org.rotfaden.realtime.DocumentId;
import org.rotfaden.realtime.log.UntoldChange;
import org.rotfaden.realtime.log.UpdateLog;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;

/// Tells the owners of documents that these were changed, until they have heard it. The log knows
/// who was told of what, so that nothing is forgotten when the server ends in between.
final class Tellings implements RoomServices.ChangeTeller {

    private static final Logger log = LoggerFactory.getLogger(Tellings.class);

    private final UpdateLog updates;
    private final ApplicationEventPublisher events;
    private final BiPredicate<DocumentId, Long> hasReached;
    private final Duration busy;
    private final Clock clock;
    private final Executor threads;

    /// Whose owners could not be told; said once, not at every attempt.
    private final Set<DocumentId> failing = ConcurrentHashMap.newKeySet();

    private Instant looked = Instant.EPOCH;
    private CompletableFuture<?> looking = CompletableFuture.completedFuture(null);

    /// @param hasReached whether whoever reads a document on this node reads it up to a sequence
    Tellings(
            UpdateLog updates,
            ApplicationEventPublisher events,
            BiPredicate<DocumentId, Long> hasReached,
            LiveLimits limits,
            Clock clock,
            Executor threads) {
        this.updates = updates;
        this.events = events;
        this.hasReached = hasReached;
        this.busy = limits.busy();
        this.clock = clock;
        this.threads = threads;
    }

    @Override
    public CompletableFuture<?> changed(DocumentId document, long sequence) {
        return CompletableFuture.runAsync(() -> tell(document, sequence), threads);
    }

    /// Nobody is in a room yet, so that whatever was left untold is for us to tell.
    void start() {
        look(clock.instant());
    }

    /// What open rooms should have told long ago is told from here: their telling has failed, or
    /// the node that had it to tell is no more.
    void tick() {
        Instant now = clock.instant();
        if (looking.isDone() && !now.isBefore(looked.plus(busy))) {
            look(now.minus(busy.multipliedBy(2)));
        }
    }

    private void look(Instant before) {
        looked = clock.instant();
        looking =
                CompletableFuture.runAsync(() -> tellWhatIsOverdue(before), threads)
                        .exceptionally(failure -> {
                            log.error("What nobody was told of cannot be found", failure);
                            return null;
                        });
    }

    private void tellWhatIsOverdue(Instant before) {
        List<UntoldChange> overdue = updates.untold(before);
        failing.retainAll(overdue.stream().map(UntoldChange::document).toList());
        overdue.stream()
                .filter(change -> hasReached.test(change.document(), change.sequence()))
                .forEach(change -> tell(change.document(), change.sequence()));
    }

    /// Every node that has a document open sees its changes, and one tells of them.
    private void tellUntold(DocumentId document, long sequence) {
        if (updates.isUntold(document, sequence)) {
            updates.changeAt(document, sequence).ifPresent(events::publishEvent);
            updates.markTold(document, sequence);
        }
    }

    /// A failure harms this document alone.
    private void tell(DocumentId document, long sequence) {
        try {
            updates.alone("telling", document, () -> tellUntold(document, sequence));
            failing.remove(document);
        } catch (Throwable failure) {
            if (failing.add(document)) {
                log.error(
                        "Nobody could be told that document {} changed; it is tried again",
                        document,
                        failure);
            }
        }
    }
}
