package org.rotfaden.members;

import org.rotfaden.security.BrokenRule;

/// A password has at least ten characters and at most 72 bytes, and no half characters.
public final class InvalidPassword extends BrokenRule {

    private InvalidPassword(String code) {
        super(Kind.INVALID, code);
    }

    static InvalidPassword tooShort() {
        return new InvalidPassword("PASSWORD_TOO_SHORT");
    }

    static InvalidPassword unreadable() {
        return new InvalidPassword("PASSWORD_UNREADABLE");
    }

    static InvalidPassword tooLong() {
        return new InvalidPassword("PASSWORD_TOO_LONG");
    }
}
