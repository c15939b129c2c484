package org.rotfaden.organisation.memberships;

import org.rotfaden.security.BrokenRule.Kind;
import org.rotfaden.security.Objection;

/// What a request about memberships can break.
enum MembershipObjection implements Objection {
    /// Everybody has exactly one home unit in each tree.
    ALREADY_AT_HOME(Kind.CONFLICT),
    /// There is no such move, or it was decided.
    HOME_MOVE_NOT_FOUND(Kind.ABSENT),
    /// Youth-only memberships are for trees with an age limit.
    KIND_DOES_NOT_FIT(Kind.INVALID),
    /// There is no such membership, or it has ended.
    MEMBERSHIP_NOT_FOUND(Kind.ABSENT),
    /// The end of a membership is taken back on the day on which the member left or was dismissed,
    /// or not at all.
    TOO_LATE_TO_CONTINUE(Kind.CONFLICT),
    /// The age limit of the unit is reached, or the date of birth is missing.
    TOO_OLD(Kind.INVALID);

    private final Kind kind;

    MembershipObjection(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
