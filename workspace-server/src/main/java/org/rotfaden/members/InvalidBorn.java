package org.rotfaden.members;

import org.rotfaden.security.BrokenRule;

/// Nobody was born before 1900 or will be.
public final class InvalidBorn extends BrokenRule {

    InvalidBorn() {
        super(Kind.INVALID, "INVALID_BORN");
    }
}
