package org.rotfaden.association;

import org.jspecify.annotations.Nullable;
import org.rotfaden.activity.KnownToEverybody;
import org.rotfaden.security.MemberId;
import org.rotfaden.security.Subject;

/// What happened to the association as a whole.
public sealed interface AssociationEvent extends KnownToEverybody {

    @Override
    default Subject subject() {
        return Subject.ASSOCIATION;
    }

    /// Whoever sets the workspace up has founded it.
    record Founded() implements AssociationEvent {

        @Override
        public @Nullable MemberId by() {
            return null;
        }
    }

    /// It has other settings.
    record Changed(MemberId by) implements AssociationEvent {}
}
