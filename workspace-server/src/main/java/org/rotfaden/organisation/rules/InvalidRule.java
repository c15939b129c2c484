package org.rotfaden.organisation.rules;

import org.rotfaden.security.BrokenRule;

/// The value of a rule does not fit, or its paragraph is missing.
public final class InvalidRule extends BrokenRule {

    InvalidRule() {
        super(Kind.INVALID, "INVALID_RULE");
    }
}
