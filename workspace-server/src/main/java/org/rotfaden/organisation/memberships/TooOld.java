package org.rotfaden.organisation.memberships;

import org.rotfaden.security.BrokenRule;

/// The age limit of the unit is reached, or the date of birth is missing.
public final class TooOld extends BrokenRule {

    TooOld() {
        super(Kind.INVALID, "TOO_OLD");
    }
}
