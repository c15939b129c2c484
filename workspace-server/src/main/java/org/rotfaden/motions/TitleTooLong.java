package org.rotfaden.motions;

import org.rotfaden.security.BrokenRule;

/// A title has at most 200 characters.
public final class TitleTooLong extends BrokenRule {

    TitleTooLong() {
        super(Kind.INVALID, "TITLE_TOO_LONG");
    }
}
