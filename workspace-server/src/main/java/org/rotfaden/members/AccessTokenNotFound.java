package org.rotfaden.members;

import org.rotfaden.security.BrokenRule;

/// The member has no such access token.
public final class AccessTokenNotFound extends BrokenRule {

    public AccessTokenNotFound() {
        super(Kind.ABSENT, "ACCESS_TOKEN_NOT_FOUND");
    }
}
