package org.rotfaden.activity;

/// Whether this node hears of the others of its workspace.
public interface OtherNodes {

    /// How it is now.
    enum State {
        /// No Redis is named.
        ALONE,
        REACHED,
        /// Redis does not answer: what others do is seen later.
        CUT_OFF
    }

    State state();
}
