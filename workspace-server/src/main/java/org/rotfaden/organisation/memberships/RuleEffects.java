package org.rotfaden.organisation.memberships;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rotfaden.organisation.rules.NewRule;
import org.rotfaden.organisation.rules.Rule;
import org.rotfaden.organisation.rules.RuleVersion;
import org.rotfaden.organisation.rules.Rules;
import org.rotfaden.organisation.units.Structures;
import org.rotfaden.organisation.units.UnitId;
import org.rotfaden.security.Columns;
import org.rotfaden.security.Today;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/// Counts for whom a rule would change something, before it is set.
@Service
public class RuleEffects {

    /// A membership that ends with an age limit, or would.
    private record Aging(UnitId unit, LocalDate born) {}

    /// The limits of a unit as they are, and as they would be.
    private record Limits(AgeLimits now, AgeLimits then) {}

    private final JdbcClient jdbc;
    private final Structures structures;
    private final Rules rules;
    private final Today today;

    RuleEffects(JdbcClient jdbc, Structures structures, Rules rules, Today today) {
        this.jdbc = jdbc;
        this.structures = structures;
        this.rules = rules;
        this.today = today;
    }

    public RuleEffect of(NewRule planned) {
        return switch (planned.rule()) {
            case MEMBERS_WRITE_MOTIONS, MEMBERS_SEE_EACH_OTHER -> rights(planned, true);
            case GUESTS_TAKE_PART -> rights(planned, false);
            case AGE_LIMIT -> ends(planned);
            case LONGEST_TERM -> new RuleEffect.None();
        };
    }

    /// @param takePart whether it is about members who take part, or about the others
    private RuleEffect rights(NewRule planned, boolean takePart) {
        boolean unlessSet = planned.rule().isYesUnlessSet();
        Set<UnitId> gaining = new HashSet<>();
        Set<UnitId> losing = new HashSet<>();
        for (UnitId unit : structures.current().within(planned.unit())) {
            boolean now = isYes(rules.inForce(unit, planned.rule(), planned.from()), unlessSet);
            boolean then = isYes(rules.inForce(unit, planned.from(), planned), unlessSet);
            if (now != then) {
                (then ? gaining : losing).add(unit);
            }
        }
        return new RuleEffect.Rights(
                count(gaining, takePart, planned.from()), count(losing, takePart, planned.from()));
    }

    private static boolean isYes(Optional<RuleVersion> version, boolean unlessSet) {
        return version.map(RuleVersion::isYes).orElse(unlessSet);
    }

    private int count(Set<UnitId> units, boolean takePart, LocalDate day) {
        return jdbc.sql(
                        """
                        select count(*) from membership
                        where unit_id = any(?) and kind in ('FULL', 'YOUTH_ONLY') = ?
                            and from_day <= ? and coalesce(last_day, 'infinity') >= ?
                        """)
                .params(ids(units), takePart, day, day)
                .query(Integer.class)
                .single();
    }

    private RuleEffect ends(NewRule planned) {
        Map<UnitId, Limits> limits = new HashMap<>();
        int atOnce = 0;
        int sooner = 0;
        int later = 0;
        for (Aging aging : aging(structures.current().within(planned.unit()))) {
            Limits here = limits.computeIfAbsent(aging.unit(), unit -> limits(unit, planned));
            LocalDate now = orNever(here.now().lastDay(aging.born()));
            LocalDate then = orNever(here.then().lastDay(aging.born()));
            if (then.isBefore(now) && then.isBefore(planned.from())) {
                atOnce++;
            } else if (then.isBefore(now)) {
                sooner++;
            } else if (then.isAfter(now)) {
                later++;
            }
        }
        return new RuleEffect.Ends(atOnce, sooner, later);
    }

    private static LocalDate orNever(@Nullable LocalDate day) {
        return day == null ? LocalDate.MAX : day;
    }

    private Limits limits(UnitId unit, NewRule planned) {
        return new Limits(
                limits(unit, planned, day -> rules.inForce(unit, Rule.AGE_LIMIT, day)),
                limits(unit, planned, day -> rules.inForce(unit, day, planned)));
    }

    private AgeLimits limits(
            UnitId unit, NewRule planned, Function<LocalDate, Optional<RuleVersion>> inForce) {
        var limits = new TreeMap<LocalDate, Optional<Integer>>();
        Stream.concat(
                        Stream.of(today.date(), planned.from()),
                        rules.changesAfter(today.date(), unit, Rule.AGE_LIMIT).stream())
                .forEach(day -> limits.put(day, inForce.apply(day).map(RuleVersion::number)));
        return new AgeLimits(limits);
    }

    private List<Aging> aging(Set<UnitId> units) {
        return jdbc.sql(
                        """
                        select membership.unit_id, member.born
                        from membership join member on member.id = membership.member_id
                        where membership.unit_id = any(?) and member.born is not null
                            and (last_day is null
                                or last_day >= ? and last_day >= from_day and ended_because = 'AGE_LIMIT')
                        """)
                .params(ids(units), today.date())
                .query((row, _) ->
                        new Aging(
                                Columns.id(row, "unit_id", UnitId::new),
                                row.getObject("born", LocalDate.class)))
                .list();
    }

    private static UUID[] ids(Set<UnitId> units) {
        return units.stream().map(UnitId::value).toArray(UUID[]::new);
    }
}
