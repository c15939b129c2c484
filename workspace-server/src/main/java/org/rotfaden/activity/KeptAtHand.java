package org.rotfaden.activity;

/// Keeps something at hand that what happens may change.
public interface KeptAtHand {

    boolean isChangedBy(Activity what);

    /// Something has happened that changes it. Told inside the transaction that does it, and on all
    /// other nodes when it is committed.
    void changed();

    /// Anything may have happened that this node was not told.
    void forget();
}
