package org.rotfaden.association;

import org.rotfaden.security.BrokenRule;

/// A logo is a PNG, JPEG or WebP picture of at most 200 kB.
public final class InvalidLogo extends BrokenRule {

    InvalidLogo() {
        super(Kind.INVALID, "INVALID_LOGO");
    }
}
