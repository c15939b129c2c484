package org.rotfaden.members;

import org.rotfaden.security.BrokenRule;

/// The member has no such log-in, or it has ended.
public final class LoginNotFound extends BrokenRule {

    LoginNotFound() {
        super(Kind.ABSENT, "LOGIN_NOT_FOUND");
    }
}
