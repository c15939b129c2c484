package org.rotfaden.association;

import org.rotfaden.security.BrokenRule;

/// A logo is a PNG or JPEG picture of at most 200 kB and 4 megapixels.
public final class InvalidLogo extends BrokenRule {

    InvalidLogo() {
        super(Kind.INVALID, "INVALID_LOGO");
    }
}
