package org.rotfaden.activity;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.rotfaden.security.UncommittedChanges;
import org.springframework.core.Ordered;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// Something from the database that is kept at hand until it changes. A transaction that has
/// changed it sees its own changes; everybody else sees them once they are committed, and nobody
/// sees what was rolled back.
public final class AtHand<T> {

    /// What a transaction that changed it sees.
    private static final class Own<T> {
        private @Nullable T loaded;
    }

    /// @param version what was counted before it was loaded
    private record Shared<T>(T value, long version) {}

    private final Supplier<T> load;
    private final @Nullable LongSupplier version;
    private final AtomicLong commits = new AtomicLong();
    private volatile @Nullable Shared<T> shared;

    public AtHand(Supplier<T> load) {
        this.load = load;
        this.version = null;
    }

    /// For what must not be old where something is decided by it: a transaction that may change
    /// something compares it with what all nodes count together.
    ///
    /// @param version grows with every change, on whatever node
    public AtHand(Supplier<T> load, LongSupplier version) {
        this.load = load;
        this.version = version;
    }

    public T get() {
        Own<T> own = own();
        if (own != null) {
            T loaded = own.loaded == null ? load.get() : own.loaded;
            own.loaded = loaded;
            return loaded;
        }
        Shared<T> known = shared;
        if (known != null && isNew(known)) {
            return known.value();
        }
        long before = commits.get();
        Shared<T> loaded = loaded();
        share(loaded, before);
        return loaded.value();
    }

    private Shared<T> loaded() {
        long counted = version == null ? 0 : version.getAsLong();
        return new Shared<>(load.get(), counted);
    }

    private boolean isNew(Shared<T> known) {
        return version == null
                || !UncommittedChanges.arePossible()
                || known.version() == version.getAsLong();
    }

    /// The current transaction has changed it; without one it is changed at once.
    public void changed() {
        Own<T> own = own();
        if (own != null) {
            own.loaded = null;
        } else if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.bindResource(this, new Own<T>());
            TransactionSynchronizationManager.registerSynchronization(new Following());
        } else {
            forget();
        }
    }

    /// Somebody else has changed it.
    public synchronized void forget() {
        commits.incrementAndGet();
        shared = null;
    }

    /// What was read while a change was committed is not used a second time.
    private synchronized void share(Shared<T> loaded, long before) {
        if (commits.get() == before) {
            shared = loaded;
        }
    }

    @SuppressWarnings("unchecked") // only this class binds anything to itself
    private @Nullable Own<T> own() {
        return (Own<T>) TransactionSynchronizationManager.getResource(this);
    }

    /// Goes with a transaction that changed it.
    private final class Following implements TransactionSynchronization {

        /// Before anybody who is told of the change looks again.
        @Override
        public int getOrder() {
            return Ordered.HIGHEST_PRECEDENCE;
        }

        @Override
        public void afterCommit() {
            forget();
        }

        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResourceIfPossible(AtHand.this);
        }
    }
}
