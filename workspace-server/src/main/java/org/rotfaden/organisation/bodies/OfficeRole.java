package org.rotfaden.organisation.bodies;

import org.rotfaden.security.Role;

/// What an office is for. In an executive committee it decides what its holder may do in the unit.
public enum OfficeRole {
    CHAIR(Role.CHAIR),
    DEPUTY_CHAIR(Role.CHAIR),
    TREASURER(Role.TREASURER),
    SECRETARY(Role.SECRETARY),
    ASSESSOR(Role.ASSESSOR),
    DELEGATE(Role.ASSESSOR);

    private final Role inUnit;

    OfficeRole(Role inUnit) {
        this.inUnit = inUnit;
    }

    /// The role in the unit of the executive committee.
    Role inUnit() {
        return inUnit;
    }
}
