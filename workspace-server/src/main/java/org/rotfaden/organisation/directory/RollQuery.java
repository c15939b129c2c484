package org.rotfaden.organisation.directory;

import java.util.Optional;
import org.rotfaden.organisation.memberships.MembershipKind;
import org.rotfaden.organisation.units.UnitId;

/// Which members are asked for.
///
/// @param words what is in their name or address, whatever its case; all where empty
/// @param within at home in this unit or one below it
/// @param kind whose membership is of this kind
/// @param inOffice only those who hold an office
public record RollQuery(
        String words, Optional<UnitId> within, Optional<MembershipKind> kind, boolean inOffice) {

    /// Whether only some memberships count.
    boolean asksForHome() {
        return within.isPresent() || kind.isPresent();
    }
}
