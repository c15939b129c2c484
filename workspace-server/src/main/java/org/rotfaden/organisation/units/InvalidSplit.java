package org.rotfaden.organisation.units;

import org.rotfaden.security.BrokenRule;

/// A unit is split into at least two parts.
public final class InvalidSplit extends BrokenRule {

    InvalidSplit() {
        super(Kind.INVALID, "INVALID_SPLIT");
    }
}
