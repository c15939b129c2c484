package org.rotfaden.members;

import org.rotfaden.security.BrokenRule;

/// An association keeps an administrator whose role has no end, and a server an operator.
public final class LastAdministrator extends BrokenRule {

    LastAdministrator() {
        super(Kind.CONFLICT, "LAST_ADMINISTRATOR");
    }
}
