package org.rotfaden.organisation.memberships;

import org.rotfaden.association.Term;
import org.rotfaden.organisation.units.UnitId;
import org.rotfaden.security.MemberId;

/// A membership that is about to begin.
public record NewMembership(MemberId member, UnitId unit, MembershipKind kind, Term term) {

    /// @throws org.rotfaden.security.BrokenRule INVALID_TERM when it would be nobody's for not a
    ///   single day
    public NewMembership {
        term.orRefuse();
    }
}
