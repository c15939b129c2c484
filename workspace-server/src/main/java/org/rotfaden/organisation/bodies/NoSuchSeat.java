package org.rotfaden.organisation.bodies;

import org.rotfaden.security.BrokenRule;

/// The body has no office of this title.
public final class NoSuchSeat extends BrokenRule {

    NoSuchSeat() {
        super(Kind.INVALID, "NO_SUCH_SEAT");
    }
}
