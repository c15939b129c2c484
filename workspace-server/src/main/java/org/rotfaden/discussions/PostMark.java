package org.rotfaden.discussions;

/// What a post can be marked as, so that it is found at the top of its thread.
public enum PostMark {
    /// What those in the thread have agreed on.
    DECISION,
    /// It answers what was asked.
    ANSWER
}
