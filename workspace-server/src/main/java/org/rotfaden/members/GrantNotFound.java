package org.rotfaden.members;

import org.rotfaden.security.BrokenRule;

/// There is no such grant, or it has ended.
public final class GrantNotFound extends BrokenRule {

    GrantNotFound() {
        super(Kind.ABSENT, "GRANT_NOT_FOUND");
    }
}
