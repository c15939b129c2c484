package org.rotfaden.organisation.groups;

import org.rotfaden.security.BrokenRule;

/// A purpose has at most 2,000 characters.
public final class InvalidGroup extends BrokenRule {

    InvalidGroup() {
        super(Kind.INVALID, "INVALID_GROUP");
    }
}
