package org.rotfaden.association;

import org.rotfaden.security.BrokenRule;

/// An association has a name of 1 to 100 characters, German or English as its language, and a time
/// zone that exists.
public final class InvalidAssociation extends BrokenRule {

    InvalidAssociation() {
        super(Kind.INVALID, "INVALID_ASSOCIATION");
    }
}
