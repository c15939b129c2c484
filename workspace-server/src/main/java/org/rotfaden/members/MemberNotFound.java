package org.rotfaden.members;

import org.rotfaden.security.BrokenRule;

/// There is no such member.
public final class MemberNotFound extends BrokenRule {

    public MemberNotFound() {
        super(Kind.ABSENT, "MEMBER_NOT_FOUND");
    }
}
