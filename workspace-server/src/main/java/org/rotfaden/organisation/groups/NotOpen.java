package org.rotfaden.organisation.groups;

import org.rotfaden.security.BrokenRule;

/// Nobody joins this group without an invitation.
public final class NotOpen extends BrokenRule {

    NotOpen() {
        super(Kind.CONFLICT, "NOT_OPEN");
    }
}
