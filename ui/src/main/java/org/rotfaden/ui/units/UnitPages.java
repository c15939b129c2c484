package org.rotfaden.ui.units;

import org.rotfaden.organisation.units.Units;
import org.rotfaden.security.MemberId;
import org.rotfaden.ui.elements.PageGuard;
import org.rotfaden.ui.elements.Paths;
import org.springframework.stereotype.Component;

/// Whether there is the unit whose page is asked for.
@Component
class UnitPages implements PageGuard {

    private final Units units;

    UnitPages(Units units) {
        this.units = units;
    }

    @Override
    public State stateOf(String path, MemberId reader) {
        return PageGuard.absentIf(
                Paths.nameAt(Paths.UNITS, path)
                        .filter(slug -> units.find(slug).isEmpty())
                        .isPresent());
    }
}
