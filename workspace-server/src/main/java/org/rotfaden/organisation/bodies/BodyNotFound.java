package org.rotfaden.organisation.bodies;

import org.rotfaden.security.BrokenRule;

/// There is no such body.
public final class BodyNotFound extends BrokenRule {

    BodyNotFound() {
        super(Kind.ABSENT, "BODY_NOT_FOUND");
    }
}
