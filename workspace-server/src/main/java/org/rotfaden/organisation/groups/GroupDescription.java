package org.rotfaden.organisation.groups;

import java.util.List;
import org.rotfaden.association.Name;
import org.rotfaden.association.Wording;
import org.rotfaden.organisation.units.UnitId;

/// What a group is: what it is called and for, how one gets in, where it belongs.
public record GroupDescription(
        Name name, String purpose, GroupKind kind, Admission admission, List<UnitId> units) {

    private static final int LONGEST_PURPOSE = 2000;

    public GroupDescription {
        purpose = Wording.of(purpose);
        units = units.stream().distinct().toList();
        if (purpose.length() > LONGEST_PURPOSE) {
            throw GroupObjection.INVALID_GROUP.raised();
        }
    }
}
