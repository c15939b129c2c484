package org.rotfaden.organisation.units;

import java.util.List;
import org.rotfaden.security.MemberId;

/// A unit is split, and its members are at home in its parts. Told inside the transaction alone:
/// who belongs where is nobody's business.
public record HomesDivided(MemberId by, UnitId unit, List<Part> into) {

    /// A part of the unit.
    ///
    /// @param members whose home it becomes; the first part takes all who are named for none
    public record Part(UnitId unit, List<MemberId> members) {

        public Part {
            members = List.copyOf(members);
        }
    }

    public HomesDivided {
        into = List.copyOf(into);
    }
}
