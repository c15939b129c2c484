package org.rotfaden.organisation.units;

import org.rotfaden.security.BrokenRule;

/// There is no such unit.
public final class UnitNotFound extends BrokenRule {

    public UnitNotFound() {
        super(Kind.ABSENT, "UNIT_NOT_FOUND");
    }
}
