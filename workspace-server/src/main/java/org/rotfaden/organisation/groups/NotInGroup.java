package org.rotfaden.organisation.groups;

import org.rotfaden.security.BrokenRule;

/// Only who takes part in the group can be made a host, leave, or be let in.
public final class NotInGroup extends BrokenRule {

    NotInGroup() {
        super(Kind.CONFLICT, "NOT_IN_GROUP");
    }
}
