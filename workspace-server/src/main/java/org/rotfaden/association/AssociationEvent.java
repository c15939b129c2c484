package org.rotfaden.association;

import org.jspecify.annotations.Nullable;
import org.rotfaden.activity.Activity;
import org.rotfaden.activity.Audience;
import org.rotfaden.security.MemberId;
import org.rotfaden.security.Subject;

/// What happened to the association as a whole.
public sealed interface AssociationEvent extends Activity {

    @Override
    default Subject subject() {
        return Subject.ASSOCIATION;
    }

    @Override
    default Audience audience() {
        return Audience.everybody();
    }

    /// It was founded by whoever sets the workspace up, or has other settings.
    record Changed(@Nullable MemberId by) implements AssociationEvent {}
}
