package org.rotfaden.organisation.groups;

import org.rotfaden.security.BrokenRule;

/// Before the last host leaves somebody else becomes host, or the group is archived.
public final class LastHost extends BrokenRule {

    LastHost() {
        super(Kind.CONFLICT, "LAST_HOST");
    }
}
