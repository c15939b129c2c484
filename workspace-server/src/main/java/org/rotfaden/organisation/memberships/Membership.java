package org.rotfaden.organisation.memberships;

import org.jspecify.annotations.Nullable;
import org.rotfaden.association.Term;
import org.rotfaden.organisation.units.TreeId;
import org.rotfaden.organisation.units.UnitId;
import org.rotfaden.security.MemberId;

/// That a member is at home in a unit (Mitgliedschaft).
///
/// @param because why it ended or, with a last day ahead, will
public record Membership(
        MembershipId id,
        MemberId member,
        TreeId tree,
        UnitId unit,
        MembershipKind kind,
        Term term,
        @Nullable EndedBecause because) {

    /// The same once more.
    public NewMembership again() {
        return new NewMembership(member, unit, kind, term);
    }
}
