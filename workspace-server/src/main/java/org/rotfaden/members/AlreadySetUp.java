package org.rotfaden.members;

import org.rotfaden.security.BrokenRule;

/// The association has members already, so nobody can become the first.
public final class AlreadySetUp extends BrokenRule {

    public AlreadySetUp() {
        super(Kind.CONFLICT, "ALREADY_SET_UP");
    }
}
