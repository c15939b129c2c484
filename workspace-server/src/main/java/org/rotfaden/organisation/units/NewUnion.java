package org.rotfaden.organisation.units;

import java.util.List;
import org.rotfaden.association.Name;
import org.rotfaden.association.Wording;

/// A union that is about to be made.
public record NewUnion(Name name, String purpose, List<UnitId> units) {

    private static final int LONGEST_PURPOSE = 2000;

    public NewUnion {
        purpose = Wording.of(purpose);
        units = units.stream().distinct().toList();
        if (units.size() < 2 || purpose.length() > LONGEST_PURPOSE) {
            throw UnitObjection.INVALID_UNION.raised();
        }
    }
}
