package org.rotfaden.organisation.rules;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.rotfaden.organisation.units.UnitEvent;
import org.rotfaden.organisation.units.UnitId;
import org.rotfaden.security.Today;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// What held in units holds on in what comes after them, so that nobody may do more because units
/// were merged or split. Where merged units had different rules, the narrower one holds, and so it
/// is on every day for which one of them has decided already.
@Component
class RulesOfReformedUnits {

    private final Rules rules;
    private final Today today;

    RulesOfReformedUnits(Rules rules, Today today) {
        this.rules = rules;
        this.today = today;
    }

    /// Before homes go along, whose end may depend on a rule.
    @Order(0)
    @EventListener
    void on(UnitEvent event) {
        switch (event) {
            case UnitEvent.Merged(_, var units, var into, _) -> carry(units, into);
            case UnitEvent.Split(_, var unit, var parts, _) ->
                    parts.forEach(part -> carry(List.of(unit), part));
            case UnitEvent.Founded _,
                    UnitEvent.Renamed _,
                    UnitEvent.Moved _,
                    UnitEvent.Dissolved _,
                    UnitEvent.Joined _ -> {
                // what holds there comes from where they stand
            }
        }
    }

    private void carry(List<UnitId> from, UnitId to) {
        for (Rule rule : Rule.values()) {
            days(from, rule).forEach(day -> carry(rule, day, from, to));
        }
    }

    /// Today, and every day on which something else will hold in one of them.
    private SortedSet<LocalDate> days(List<UnitId> units, Rule rule) {
        SortedSet<LocalDate> days = new TreeSet<>(Set.of(today.date()));
        units.forEach(unit -> days.addAll(rules.changesAfter(today.date(), unit, rule)));
        return days;
    }

    private void carry(Rule rule, LocalDate day, List<UnitId> from, UnitId to) {
        narrowest(rule, from.stream().map(unit -> rules.inForce(unit, rule, day)).toList())
                .filter(held -> rules.inForce(to, rule, day).filter(held::isSaidBy).isEmpty())
                .ifPresent(held -> rules.carry(held, day, to));
    }

    private static Optional<RuleVersion> narrowest(Rule rule, List<Optional<RuleVersion>> held) {
        List<RuleVersion> all = held.stream().flatMap(Optional::stream).toList();
        return switch (rule) {
            case MEMBERS_WRITE_MOTIONS, MEMBERS_SEE_EACH_OTHER, GUESTS_TAKE_PART ->
                    least(all, held.size())
                            .filter(least ->
                                    rule.isYesUnlessSet()
                                            || !least.isYes()
                                            || all.size() == held.size());
            // nobody reaches an age limit by a merger
            case AGE_LIMIT ->
                    all.stream()
                            .max(Comparator.comparingInt(RuleVersion::number))
                            .filter(_ -> all.size() == held.size());
            case LONGEST_TERM -> all.stream().min(Comparator.comparingInt(RuleVersion::number));
        };
    }

    /// The version that allows least, also below: of those that say no one that no unit below may
    /// set otherwise, and where several say yes each unit below may still say no.
    private static Optional<RuleVersion> least(List<RuleVersion> all, int units) {
        Optional<RuleVersion> least =
                all.stream()
                        .min(
                                Comparator.comparing(RuleVersion::isYes)
                                        .thenComparing(RuleVersion::overridable));
        return least.map(version -> version.isYes() && units > 1 ? version.openBelow() : version);
    }
}
