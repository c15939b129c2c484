package org.rotfaden.organisation.bodies;

import org.rotfaden.security.BrokenRule;

/// A body has a name, a term of 1 to 60 months, and seats with titles of their own.
public final class InvalidBody extends BrokenRule {

    InvalidBody() {
        super(Kind.INVALID, "INVALID_BODY");
    }
}
