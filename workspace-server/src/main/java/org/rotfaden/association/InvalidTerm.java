package org.rotfaden.association;

import org.rotfaden.security.BrokenRule;

/// What lasts from one day to another does not end before it begins, and its days can be written
/// down.
public final class InvalidTerm extends BrokenRule {

    public InvalidTerm() {
        super(Kind.INVALID, "INVALID_TERM");
    }
}
