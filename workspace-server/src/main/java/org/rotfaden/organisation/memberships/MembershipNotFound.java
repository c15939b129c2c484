package org.rotfaden.organisation.memberships;

import org.rotfaden.security.BrokenRule;

/// There is no such membership, or it has ended.
public final class MembershipNotFound extends BrokenRule {

    MembershipNotFound() {
        super(Kind.ABSENT, "MEMBERSHIP_NOT_FOUND");
    }
}
