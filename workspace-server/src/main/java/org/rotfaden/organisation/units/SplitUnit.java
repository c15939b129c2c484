package org.rotfaden.organisation.units;

import java.util.List;
import org.rotfaden.association.Name;
import org.rotfaden.security.MemberId;

/// A unit becomes several.
///
/// @param parts the first takes all that is named for no other
public record SplitUnit(UnitId unit, List<Part> parts) {

    /// One of the units that come out of it.
    ///
    /// @param below units that go below this part
    /// @param members whose home it becomes
    public record Part(Name name, List<UnitId> below, List<MemberId> members) {

        public Part {
            below = List.copyOf(below);
            members = List.copyOf(members);
        }
    }

    public SplitUnit {
        parts = List.copyOf(parts);
        if (parts.size() < 2) {
            throw UnitObjection.INVALID_SPLIT.raised();
        }
    }
}
