package org.rotfaden.organisation.memberships;

import org.rotfaden.security.BrokenRule;

/// There is no such move, or it was decided.
public final class HomeMoveNotFound extends BrokenRule {

    HomeMoveNotFound() {
        super(Kind.ABSENT, "HOME_MOVE_NOT_FOUND");
    }
}
