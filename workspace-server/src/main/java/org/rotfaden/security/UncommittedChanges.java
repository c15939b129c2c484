package org.rotfaden.security;

import org.springframework.transaction.support.TransactionSynchronizationManager;

/// Knows whether what the current thread reads may be seen by nobody else yet, and may never be.
public final class UncommittedChanges {

    private UncommittedChanges() {}

    /// From the beginning of a transaction that may change something until it is over. Those who
    /// are told of its changes afterwards are still inside it for the framework, but nothing can be
    /// registered with it any more.
    public static boolean arePossible() {
        return TransactionSynchronizationManager.isActualTransactionActive()
                && TransactionSynchronizationManager.isSynchronizationActive()
                && !TransactionSynchronizationManager.isCurrentTransactionReadOnly();
    }
}
