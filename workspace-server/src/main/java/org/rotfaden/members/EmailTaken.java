package org.rotfaden.members;

import org.rotfaden.security.BrokenRule;

/// Somebody has this e-mail address already.
public final class EmailTaken extends BrokenRule {

    public EmailTaken() {
        super(Kind.CONFLICT, "EMAIL_TAKEN");
    }
}
