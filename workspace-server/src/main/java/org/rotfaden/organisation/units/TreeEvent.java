package org.rotfaden.organisation.units;

import org.rotfaden.activity.KnownToEverybody;
import org.rotfaden.security.MemberId;
import org.rotfaden.security.Subject;

/// What happened to the trees of units.
public sealed interface TreeEvent extends KnownToEverybody {

    @Override
    default Subject subject() {
        return Subject.ASSOCIATION;
    }

    record Made(MemberId by, TreeId tree) implements TreeEvent {}
}
