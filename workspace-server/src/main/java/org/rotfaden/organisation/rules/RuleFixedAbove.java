package org.rotfaden.organisation.rules;

import org.rotfaden.security.BrokenRule;

/// A unit further up has set this rule for all below it.
public final class RuleFixedAbove extends BrokenRule {

    RuleFixedAbove() {
        super(Kind.CONFLICT, "RULE_FIXED_ABOVE");
    }
}
