package org.rotfaden.motions;

/// How far a motion has come.
public enum MotionState {
    /// It is written.
    DRAFT,
    /// It was laid aside: it can be read where one finds it, and brought back.
    DISCARDED
}
