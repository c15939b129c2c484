package org.rotfaden.organisation.units;

import org.rotfaden.security.BrokenRule;

/// A unit stands below one of a higher level in the same tree, and never below itself.
public final class WrongPlace extends BrokenRule {

    WrongPlace() {
        super(Kind.CONFLICT, "WRONG_PLACE");
    }
}
