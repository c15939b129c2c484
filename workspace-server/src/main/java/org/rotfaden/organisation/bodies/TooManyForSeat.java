package org.rotfaden.organisation.bodies;

import org.rotfaden.security.BrokenRule;

/// More people were named for an office than it has seats, or somebody twice.
public final class TooManyForSeat extends BrokenRule {

    TooManyForSeat() {
        super(Kind.INVALID, "TOO_MANY_FOR_SEAT");
    }
}
