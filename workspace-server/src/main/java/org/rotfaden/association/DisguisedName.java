package org.rotfaden.association;

import org.rotfaden.security.BrokenRule;

/// A word of a name mixes letters of scripts that look alike, so that it can be taken for another.
public final class DisguisedName extends BrokenRule {

    DisguisedName() {
        super(Kind.INVALID, "DISGUISED_NAME");
    }
}
