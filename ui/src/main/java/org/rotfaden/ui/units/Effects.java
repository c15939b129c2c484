package org.rotfaden.ui.units;

import java.util.Collection;
import org.rotfaden.organisation.bodies.Body;
import org.rotfaden.organisation.units.UnitId;

/// What ends with units, in numbers.
record Effects(int members, int bodies, int offices, int below) {

    static Effects of(UnitsAtWork work, Collection<UnitId> units) {
        int members = 0;
        int bodies = 0;
        int offices = 0;
        int below = 0;
        for (UnitId unit : units) {
            members += work.memberships().count(unit);
            below += work.structure().countRightBelow(unit);
            for (Body body : work.bodies().of(unit)) {
                bodies++;
                offices += work.offices().in(body.id()).size();
            }
        }
        return new Effects(members, bodies, offices, below);
    }

    /// In the order in which the sentences have them.
    Object[] numbers() {
        return new Object[] {members, bodies, offices, below};
    }
}
