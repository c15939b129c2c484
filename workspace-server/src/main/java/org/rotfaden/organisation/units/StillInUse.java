package org.rotfaden.organisation.units;

import org.rotfaden.security.BrokenRule;

/// A unit with units below it, or with members and none above it, is not dissolved.
public final class StillInUse extends BrokenRule {

    public StillInUse() {
        super(Kind.CONFLICT, "STILL_IN_USE");
    }
}
