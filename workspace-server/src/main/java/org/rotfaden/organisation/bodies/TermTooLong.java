package org.rotfaden.organisation.bodies;

import org.rotfaden.security.BrokenRule;

/// The term is longer than the rules of the unit allow.
public final class TermTooLong extends BrokenRule {

    TermTooLong() {
        super(Kind.INVALID, "TERM_TOO_LONG");
    }
}
