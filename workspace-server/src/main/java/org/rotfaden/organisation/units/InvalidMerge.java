package org.rotfaden.organisation.units;

import org.rotfaden.security.BrokenRule;

/// At least two units of the same tree are merged, none of which lies below another.
public final class InvalidMerge extends BrokenRule {

    InvalidMerge() {
        super(Kind.INVALID, "INVALID_MERGE");
    }
}
