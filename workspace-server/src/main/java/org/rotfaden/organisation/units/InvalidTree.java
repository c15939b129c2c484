package org.rotfaden.organisation.units;

import org.rotfaden.security.BrokenRule;

/// A tree has a name and 1 to 12 levels with names.
public final class InvalidTree extends BrokenRule {

    InvalidTree() {
        super(Kind.INVALID, "INVALID_TREE");
    }
}
