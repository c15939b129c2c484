package org.rotfaden.association;

import org.rotfaden.security.BrokenRule;

/// An accent colour is written `#rrggbb` and has a contrast of at least 4.5 to 1 with paper.
public final class InvalidAccent extends BrokenRule {

    InvalidAccent() {
        super(Kind.INVALID, "INVALID_ACCENT");
    }
}
