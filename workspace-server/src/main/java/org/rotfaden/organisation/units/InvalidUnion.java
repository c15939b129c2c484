package org.rotfaden.organisation.units;

import org.rotfaden.security.BrokenRule;

/// A union has a name and at least two units.
public final class InvalidUnion extends BrokenRule {

    InvalidUnion() {
        super(Kind.INVALID, "INVALID_UNION");
    }
}
