package org.rotfaden.organisation.units;

import org.rotfaden.security.BrokenRule;

/// There is no such union of units.
public final class UnionNotFound extends BrokenRule {

    UnionNotFound() {
        super(Kind.ABSENT, "UNION_NOT_FOUND");
    }
}
