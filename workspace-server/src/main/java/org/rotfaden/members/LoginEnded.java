package org.rotfaden.members;

import org.rotfaden.security.BrokenRule;

/// What somebody came with has ended meanwhile: she logged out elsewhere, or her password was
/// changed.
public final class LoginEnded extends BrokenRule {

    LoginEnded() {
        super(Kind.FORBIDDEN, "LOGIN_ENDED");
    }
}
