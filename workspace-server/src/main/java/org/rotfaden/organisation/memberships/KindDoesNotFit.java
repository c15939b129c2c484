package org.rotfaden.organisation.memberships;

import org.rotfaden.security.BrokenRule;

/// Youth-only memberships are for trees with an age limit.
public final class KindDoesNotFit extends BrokenRule {

    KindDoesNotFit() {
        super(Kind.INVALID, "KIND_DOES_NOT_FIT");
    }
}
