package org.rotfaden.organisation.rules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rotfaden.audit.AuditTrail;
import org.rotfaden.organisation.units.Structures;
import org.rotfaden.organisation.units.Unit;
import org.rotfaden.organisation.units.UnitId;
import org.rotfaden.security.MemberId;
import org.rotfaden.security.Permission;
import org.rotfaden.security.Permissions;
import org.rotfaden.security.RightsChanged;
import org.rotfaden.security.Today;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.event.TransactionalEventListener;

/// The rules of units. A unit inherits those of the units above it; it sets its own where the one
/// above allows that.
@Service
public class Rules {

    private final JdbcClient jdbc;
    private final Structures structures;
    private final Permissions permissions;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Today today;
    private volatile @Nullable Map<UnitId, List<RuleVersion>> known;

    Rules(
            JdbcClient jdbc,
            Structures structures,
            Permissions permissions,
            AuditTrail audit,
            ApplicationEventPublisher events,
            Today today) {
        this.jdbc = jdbc;
        this.structures = structures;
        this.permissions = permissions;
        this.audit = audit;
        this.events = events;
        this.today = today;
    }

    /// The version of a rule that holds in a unit today.
    ///
    /// @return nothing when neither the unit nor one above has set it
    public Optional<RuleVersion> inForce(UnitId unit, Rule rule) {
        return inForce(unit, rule, today.date());
    }

    /// The version of a rule that holds in a unit on a day.
    public Optional<RuleVersion> inForce(UnitId unit, Rule rule, LocalDate day) {
        Map<UnitId, List<RuleVersion>> all = all();
        RuleVersion inForce = null;
        for (UnitId place : downTo(unit)) {
            Optional<RuleVersion> own =
                    all.getOrDefault(place, List.of()).stream()
                            .filter(version -> version.rule() == rule)
                            .filter(version -> !version.from().isAfter(day))
                            .max(Comparator.comparing(RuleVersion::from));
            if (own.isPresent()) {
                inForce = own.get();
                if (!inForce.overridable()) {
                    break;
                }
            }
        }
        return Optional.ofNullable(inForce);
    }

    /// All versions that a unit itself has set, the newest first.
    public List<RuleVersion> setBy(UnitId unit) {
        return all().getOrDefault(unit, List.of()).stream()
                .sorted(Comparator.comparing(RuleVersion::from).reversed())
                .toList();
    }

    /// Sets a rule from a day on. What held before stays on record.
    ///
    /// @throws NotRetroactive when the day is over
    /// @throws RuleFixedAbove when a unit further up does not allow it
    @Transactional
    public void set(MemberId by, NewRule rule) {
        structures.hold().getCurrent(rule.unit());
        permissions.decide(by, Permission.ADMINISTER, rule.unit().subject()).orRefuse();
        if (rule.from().isBefore(today.date())) {
            throw new NotRetroactive();
        }
        boolean isFixed =
                structures
                        .current()
                        .getCurrent(rule.unit())
                        .above()
                        .flatMap(above -> inForce(above, rule.rule(), rule.from()))
                        .filter(above -> !above.overridable())
                        .isPresent();
        if (isFixed) {
            throw new RuleFixedAbove();
        }
        jdbc.sql(
                        """
                        insert into rule_version values (?, ?, ?, ?, ?, ?, ?)
                        on conflict (unit_id, rule, from_day) do update
                        set value = excluded.value, paragraph = excluded.paragraph,
                            overridable = excluded.overridable, decided_by = excluded.decided_by
                        """)
                .params(
                        rule.unit().value(),
                        rule.rule().name(),
                        rule.from(),
                        rule.value(),
                        rule.paragraph(),
                        rule.overridable(),
                        by.value())
                .update();
        known = null;
        audit.record(by, "RULE_SET_" + rule.rule(), rule.unit().subject());
        events.publishEvent(new RuleEvent.Set(rule.unit(), rule.rule()));
        events.publishEvent(RightsChanged.ofEverybody());
    }

    /// What was read before the commit is forgotten after it.
    @Order(0)
    @TransactionalEventListener
    void on(RuleEvent.Set set) {
        known = null;
    }

    private List<UnitId> downTo(UnitId unit) {
        List<UnitId> way = new ArrayList<>(List.of(unit));
        structures.current().above(unit).stream().map(Unit::id).forEach(way::add);
        return way.reversed();
    }

    private Map<UnitId, List<RuleVersion>> all() {
        Map<UnitId, List<RuleVersion>> all = known;
        if (all == null) {
            all =
                    jdbc
                            .sql("select * from rule_version")
                            .query((row, _) ->
                                    new RuleVersion(
                                            new UnitId(row.getObject("unit_id", UUID.class)),
                                            Rule.valueOf(row.getString("rule")),
                                            row.getObject("from_day", LocalDate.class),
                                            row.getString("value"),
                                            row.getString("paragraph"),
                                            row.getBoolean("overridable")))
                            .list()
                            .stream()
                            .collect(Collectors.groupingBy(RuleVersion::unit));
            known = all;
        }
        return all;
    }
}
