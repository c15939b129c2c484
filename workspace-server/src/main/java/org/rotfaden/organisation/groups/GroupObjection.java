package org.rotfaden.organisation.groups;

import org.rotfaden.security.BrokenRule.Kind;
import org.rotfaden.security.Objection;

/// What a request about groups can break.
enum GroupObjection implements Objection {
    /// The group is archived; nobody joins or changes it any more.
    GROUP_ARCHIVED(Kind.CONFLICT),
    /// There is no such group.
    GROUP_NOT_FOUND(Kind.ABSENT),
    /// A purpose has at most 2,000 characters.
    INVALID_GROUP(Kind.INVALID),
    /// Before the last host leaves somebody else becomes host, or the group is archived.
    LAST_HOST(Kind.CONFLICT),
    /// Only who takes part in the group can be made a host, leave, or be let in.
    NOT_IN_GROUP(Kind.CONFLICT),
    /// Nobody joins this group without an invitation.
    NOT_OPEN(Kind.CONFLICT),
    /// Somebody takes part in as many groups as one can.
    TOO_MANY_GROUPS(Kind.CONFLICT);

    private final Kind kind;

    GroupObjection(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
