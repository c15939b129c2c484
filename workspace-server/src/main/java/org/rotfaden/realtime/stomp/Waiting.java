package org.rotfaden.realtime.stomp;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.rotfaden.activity.Told;
import org.rotfaden.security.RightsChanged;

/// What happened and has not been passed on yet. Whoever tells does not wait, and little is kept:
/// of more it is only known that something was missed.
final class Waiting {

    private static final int MOST = 1_000;

    record Item(Subscription subscription, Told told) {}

    /// All that has come together.
    ///
    /// @param rights changes of rights; they are looked at before the rest
    /// @param missed of whom not all is known
    record Batch(RightsChanged rights, List<Item> items, Set<Subscription> missed) {

        private static Batch empty() {
            return new Batch(RightsChanged.none(), new ArrayList<>(), new LinkedHashSet<>());
        }
    }

    private final Executor threads;
    private final Consumer<Batch> passing;
    private Batch next = Batch.empty();
    private boolean isUnderway;

    /// @param passing one batch after the other
    Waiting(Executor threads, Consumer<Batch> passing) {
        this.threads = threads;
        this.passing = passing;
    }

    synchronized void add(Subscription subscription, Told told) {
        if (next.missed().contains(subscription)) {
            return;
        }
        next.items().add(new Item(subscription, told));
        if (next.items().size() > MOST) {
            next.items().forEach(item -> next.missed().add(item.subscription()));
            next.items().clear();
        }
        goOn();
    }

    synchronized void add(RightsChanged changed) {
        next = new Batch(next.rights().and(changed), next.items(), next.missed());
        goOn();
    }

    synchronized void missed(Subscription subscription) {
        next.items().removeIf(item -> item.subscription().equals(subscription));
        next.missed().add(subscription);
        goOn();
    }

    private void goOn() {
        if (!isUnderway) {
            isUnderway = true;
            threads.execute(this::passOn);
        }
    }

    private void passOn() {
        for (Batch batch = take(); batch != null; batch = take()) {
            passing.accept(batch);
        }
    }

    private synchronized @Nullable Batch take() {
        Batch batch = next;
        next = Batch.empty();
        isUnderway =
                !batch.rights().isNone() || !batch.items().isEmpty() || !batch.missed().isEmpty();
        return isUnderway ? batch : null;
    }
}
