package org.rotfaden.crdt;

/// What came of applying an update.
///
/// @param outcome whether the document changed
/// @param changes an update that holds just what changed; empty unless the document changed
public record Applied(Outcome outcome, byte[] changes) {

    /// What an update can do to a document.
    public enum Outcome {
        /// All of it was known.
        NOTHING_NEW,
        /// Words or attributes changed.
        CHANGED,
        /// It needs updates that have not come yet and is kept until they do.
        PARKED
    }
}
