package org.rotfaden.crdt;

/// What came of applying an update to a document.
public enum Applied {
    /// All of it was known.
    NOTHING_NEW,
    /// Words or attributes changed.
    CHANGED,
    /// It needs updates that have not come yet and is kept until they do.
    PARKED
}
