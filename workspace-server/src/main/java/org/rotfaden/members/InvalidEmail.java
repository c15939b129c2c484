package org.rotfaden.members;

import org.rotfaden.security.BrokenRule;

/// This is no e-mail address.
public final class InvalidEmail extends BrokenRule {

    public InvalidEmail() {
        super(Kind.INVALID, "INVALID_EMAIL");
    }
}
