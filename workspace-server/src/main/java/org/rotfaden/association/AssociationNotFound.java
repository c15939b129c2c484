package org.rotfaden.association;

import org.rotfaden.security.BrokenRule;

/// The association was not founded yet, or has no logo.
public final class AssociationNotFound extends BrokenRule {

    public AssociationNotFound() {
        super(Kind.ABSENT, "ASSOCIATION_NOT_FOUND");
    }
}
