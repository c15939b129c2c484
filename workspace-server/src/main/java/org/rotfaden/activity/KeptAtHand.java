package org.rotfaden.activity;

/// Keeps something at hand that what happens may change. Told inside the transaction that does it,
/// and on all other nodes when it is committed.
public interface KeptAtHand {

    void happened(Activity what);
}
