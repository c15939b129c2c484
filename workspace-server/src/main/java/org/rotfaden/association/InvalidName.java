package org.rotfaden.association;

import org.rotfaden.security.BrokenRule;

/// A name has 1 to 100 characters.
public final class InvalidName extends BrokenRule {

    public InvalidName() {
        super(Kind.INVALID, "INVALID_NAME");
    }
}
