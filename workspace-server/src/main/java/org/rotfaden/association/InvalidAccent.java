package org.rotfaden.association;

import org.rotfaden.security.BrokenRule;

/// An accent colour is written `#rrggbb` and has a contrast of at least 4.5 to 1 with paper.
public final class InvalidAccent extends BrokenRule {

    private InvalidAccent(String code) {
        super(Kind.INVALID, code);
    }

    static InvalidAccent noColour() {
        return new InvalidAccent("INVALID_ACCENT");
    }

    static InvalidAccent tooPale() {
        return new InvalidAccent("ACCENT_TOO_PALE");
    }
}
