package org.rotfaden.organisation.units;

import org.rotfaden.security.BrokenRule;

/// The unit was dissolved, merged or split; only its history is left.
public final class UnitEnded extends BrokenRule {

    UnitEnded() {
        super(Kind.CONFLICT, "UNIT_ENDED");
    }
}
