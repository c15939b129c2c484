package org.rotfaden.organisation.units;

import java.util.List;
import org.rotfaden.association.Name;

/// Units become one. The new one stands where the first of them stood.
public record MergeUnits(List<UnitId> units, Name name) {

    public MergeUnits {
        units = units.stream().distinct().toList();
        if (units.size() < 2) {
            throw UnitObjection.INVALID_MERGE.raised();
        }
    }
}
