package org.rotfaden.motions;

import org.rotfaden.security.BrokenRule;

/// A motion belongs to the association, a unit, a body, a group or a member, to nothing else.
public final class InvalidOwner extends BrokenRule {

    InvalidOwner() {
        super(Kind.INVALID, "INVALID_OWNER");
    }
}
