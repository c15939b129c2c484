package org.rotfaden.organisation.bodies;

import org.rotfaden.security.BrokenRule;

/// No such election of the body was written down.
public final class ElectionNotFound extends BrokenRule {

    ElectionNotFound() {
        super(Kind.ABSENT, "ELECTION_NOT_FOUND");
    }
}
