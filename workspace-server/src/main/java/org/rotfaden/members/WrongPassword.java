package org.rotfaden.members;

import org.rotfaden.security.BrokenRule;

/// Whoever changes a password knows the one before.
public final class WrongPassword extends BrokenRule {

    WrongPassword() {
        super(Kind.INVALID, "WRONG_PASSWORD");
    }
}
