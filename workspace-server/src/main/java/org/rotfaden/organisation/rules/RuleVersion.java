package org.rotfaden.organisation.rules;

import java.time.LocalDate;
import org.rotfaden.organisation.units.UnitId;

/// A rule as a unit set it, valid from a day on until its next version.
///
/// @param unit the unit that set it
/// @param paragraph where it stands
/// @param overridable whether units further down may set it otherwise
public record RuleVersion(
        UnitId unit,
        Rule rule,
        LocalDate from,
        String value,
        String paragraph,
        boolean overridable) {

    /// Whether a rule of the kind [Rule.Kind#YES_OR_NO] says yes.
    public boolean isYes() {
        return value.equals("yes");
    }

    /// The number of a rule of the kind [Rule.Kind#NUMBER].
    public int number() {
        return Integer.parseInt(value);
    }

    /// The same, and units further down may set it otherwise.
    RuleVersion openBelow() {
        return new RuleVersion(unit, rule, from, value, paragraph, true);
    }

    /// Whether it adds nothing to another one that holds from above, or may not.
    boolean isSaidBy(RuleVersion above) {
        return !above.overridable() || (overridable && value.equals(above.value()));
    }
}
