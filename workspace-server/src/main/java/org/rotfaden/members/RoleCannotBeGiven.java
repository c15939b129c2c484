package org.rotfaden.members;

import org.rotfaden.security.BrokenRule;

/// Roles that come from an office, a membership or a group are not given by hand, and nobody is
/// made an administrator of a part of a unit.
public final class RoleCannotBeGiven extends BrokenRule {

    RoleCannotBeGiven() {
        super(Kind.INVALID, "ROLE_CANNOT_BE_GIVEN");
    }
}
