package org.rotfaden.motions;

import org.rotfaden.security.BrokenRule;

/// The member may read motions, and not write them.
public final class MayOnlyRead extends BrokenRule {

    MayOnlyRead() {
        super(Kind.FORBIDDEN, "MAY_ONLY_READ");
    }
}
