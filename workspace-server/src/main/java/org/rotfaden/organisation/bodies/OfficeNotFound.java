package org.rotfaden.organisation.bodies;

import org.rotfaden.security.BrokenRule;

/// There is no such office, or it has ended.
public final class OfficeNotFound extends BrokenRule {

    public OfficeNotFound() {
        super(Kind.ABSENT, "OFFICE_NOT_FOUND");
    }
}
