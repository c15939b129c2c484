package org.rotfaden.organisation.bodies;

import org.rotfaden.security.BrokenRule;

/// An election names somebody. Whoever is elected holds office from a day to a later one.
public final class InvalidElection extends BrokenRule {

    InvalidElection() {
        super(Kind.INVALID, "INVALID_ELECTION");
    }
}
