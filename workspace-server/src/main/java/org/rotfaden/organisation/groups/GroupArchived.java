package org.rotfaden.organisation.groups;

import org.rotfaden.security.BrokenRule;

/// The group is archived; nobody joins or changes it any more.
public final class GroupArchived extends BrokenRule {

    GroupArchived() {
        super(Kind.CONFLICT, "GROUP_ARCHIVED");
    }
}
