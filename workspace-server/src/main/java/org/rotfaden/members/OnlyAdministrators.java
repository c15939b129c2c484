package org.rotfaden.members;

import org.rotfaden.security.BrokenRule;

/// Only administrators may do this.
public final class OnlyAdministrators extends BrokenRule {

    public OnlyAdministrators() {
        super(Kind.FORBIDDEN, "ONLY_ADMINISTRATORS");
    }
}
