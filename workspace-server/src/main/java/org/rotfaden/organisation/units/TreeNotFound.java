package org.rotfaden.organisation.units;

import org.rotfaden.security.BrokenRule;

/// There is no such tree of units.
public final class TreeNotFound extends BrokenRule {

    TreeNotFound() {
        super(Kind.ABSENT, "TREE_NOT_FOUND");
    }
}
