package org.rotfaden.organisation.rules;

import java.time.LocalDate;
import org.rotfaden.association.Term;
import org.rotfaden.association.Wording;
import org.rotfaden.organisation.units.UnitId;

/// A version of a rule that is about to be set.
///
/// @param value `yes`, `no` or a number from 1 to 999
/// @param paragraph where it stands, for example `§ 7 (2) der Satzung`
/// @param overridable whether units further down may set it otherwise
public record NewRule(
        UnitId unit,
        Rule rule,
        LocalDate from,
        String value,
        String paragraph,
        boolean overridable) {

    private static final int LONGEST_PARAGRAPH = 200;

    /// @throws org.rotfaden.security.BrokenRule INVALID_RULE when the value does not fit or the
    ///   paragraph is missing
    /// @throws org.rotfaden.security.BrokenRule INVALID_TERM when the day lies too far off
    public NewRule {
        Term.expectPossible(from);
        value = value.strip();
        paragraph = Wording.of(paragraph);
        if (!rule.kind().fits(value)
                || paragraph.isEmpty()
                || !Wording.isOneLine(paragraph)
                || paragraph.length() > LONGEST_PARAGRAPH) {
            throw RuleObjection.INVALID_RULE.raised();
        }
    }

    /// The version that comes of it.
    RuleVersion version() {
        return new RuleVersion(unit, rule, from, value, paragraph, overridable);
    }
}
