package org.rotfaden.security;

import org.springframework.core.Ordered;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// Knows whether what the current thread reads may be seen by nobody else yet, and may never be.
final class UncommittedChanges {

    private UncommittedChanges() {}

    /// Until a transaction that may change something has committed.
    static boolean arePossible() {
        if (!TransactionSynchronizationManager.isActualTransactionActive()
                || TransactionSynchronizationManager.isCurrentTransactionReadOnly()) {
            return false;
        }
        if (TransactionSynchronizationManager.getResource(UncommittedChanges.class) == null) {
            TransactionSynchronizationManager.bindResource(UncommittedChanges.class, true);
            TransactionSynchronizationManager.registerSynchronization(new Following());
        }
        return Boolean.TRUE.equals(
                TransactionSynchronizationManager.getResource(UncommittedChanges.class));
    }

    private static final class Following implements TransactionSynchronization {

        @Override
        public int getOrder() {
            return Ordered.HIGHEST_PRECEDENCE;
        }

        @Override
        public void afterCommit() {
            TransactionSynchronizationManager.unbindResource(UncommittedChanges.class);
            TransactionSynchronizationManager.bindResource(UncommittedChanges.class, false);
        }

        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResourceIfPossible(UncommittedChanges.class);
        }
    }
}
