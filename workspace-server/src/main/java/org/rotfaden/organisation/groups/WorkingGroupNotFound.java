package org.rotfaden.organisation.groups;

import org.rotfaden.security.BrokenRule;

/// There is no such group.
public final class WorkingGroupNotFound extends BrokenRule {

    WorkingGroupNotFound() {
        super(Kind.ABSENT, "GROUP_NOT_FOUND");
    }
}
