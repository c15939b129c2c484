package org.rotfaden.organisation.units;

import org.rotfaden.security.BrokenRule;

/// Units of different trees are linked.
public final class NotLinkable extends BrokenRule {

    NotLinkable() {
        super(Kind.INVALID, "NOT_LINKABLE");
    }
}
