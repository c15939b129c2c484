package org.rotfaden.organisation.memberships;

import org.rotfaden.security.BrokenRule;

/// Everybody has exactly one home unit in each tree.
public final class AlreadyAtHome extends BrokenRule {

    AlreadyAtHome() {
        super(Kind.CONFLICT, "ALREADY_AT_HOME");
    }
}
