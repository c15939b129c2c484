package org.rotfaden.organisation.bodies;

import org.rotfaden.security.BrokenRule;

/// The body has ended; only its history is left.
public final class BodyEnded extends BrokenRule {

    BodyEnded() {
        super(Kind.CONFLICT, "BODY_ENDED");
    }
}
