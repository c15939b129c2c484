package org.rotfaden.activity;

/// Keeps something at hand that what happens may change.
public interface KeptAtHand {

    boolean isChangedBy(Activity what);

    /// What is kept. It changes inside the transaction that does something, and on all other nodes
    /// when that is committed.
    AtHand<?> kept();
}
