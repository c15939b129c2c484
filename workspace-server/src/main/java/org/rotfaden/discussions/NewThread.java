package org.rotfaden.discussions;

import org.jspecify.annotations.Nullable;
import org.rotfaden.security.Subject;

/// A thread that somebody is about to begin.
///
/// @param title empty for the one that stands beside a thing, and for comments
/// @param at the words at which it shall stand, where it is a comment
public record NewThread(Subject about, String title, @Nullable Quotation at, NewPost first) {

    /// One that stands at no words.
    public NewThread(Subject about, String title, NewPost first) {
        this(about, title, null, first);
    }
}
