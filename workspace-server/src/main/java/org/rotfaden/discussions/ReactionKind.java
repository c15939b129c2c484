package org.rotfaden.discussions;

/// How one can react to a post without writing.
public enum ReactionKind {
    AGREE,
    THANKS,
    OBJECTION,
    QUESTION,
    SEEN
}
