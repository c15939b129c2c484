package org.rotfaden.organisation.rules;

import org.rotfaden.security.BrokenRule.Kind;
import org.rotfaden.security.Objection;

/// What a request about rules of units can break.
enum RuleObjection implements Objection {
    /// The value of a rule does not fit, or its paragraph is missing.
    INVALID_RULE(Kind.INVALID),
    /// Rules hold from today on at the earliest.
    NOT_RETROACTIVE(Kind.INVALID),
    /// A unit further up has set this rule for all below it.
    RULE_FIXED_ABOVE(Kind.CONFLICT);

    private final Kind kind;

    RuleObjection(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
