package org.rotfaden.notifications;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.rotfaden.security.Subject;

/// What a member does not want to hear of.
///
/// @param of what
/// @param until when; nothing where it is for good
public record Choice(Of of, @Nullable Instant until) {

    /// What can be chosen.
    public sealed interface Of {

        /// A thread or another thing, or a place with all that belongs to it.
        record About(Subject subject) implements Of {}

        /// All that concerns her for one reason.
        record Kind(String why) implements Of {}
    }
}
