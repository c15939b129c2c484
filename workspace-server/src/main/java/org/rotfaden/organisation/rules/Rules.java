package org.rotfaden.organisation.rules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rotfaden.activity.Activities;
import org.rotfaden.activity.Activity;
import org.rotfaden.activity.AtHand;
import org.rotfaden.activity.KeptAtHand;
import org.rotfaden.activity.TopicVersions;
import org.rotfaden.audit.AuditTrail;
import org.rotfaden.organisation.units.Structure;
import org.rotfaden.organisation.units.Structures;
import org.rotfaden.organisation.units.Unit;
import org.rotfaden.organisation.units.UnitEvent;
import org.rotfaden.organisation.units.UnitId;
import org.rotfaden.security.Columns;
import org.rotfaden.security.MemberId;
import org.rotfaden.security.Permission;
import org.rotfaden.security.Permissions;
import org.rotfaden.security.RightsChanged;
import org.rotfaden.security.Today;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The rules of units. A unit inherits those of the units above it; it sets its own where the one
/// above allows that.
@Service
public class Rules implements KeptAtHand {

    private final JdbcClient jdbc;
    private final Structures structures;
    private final Permissions permissions;
    private final AuditTrail audit;
    private final Activities activities;
    private final Today today;
    private final AtHand<Map<UnitId, List<RuleVersion>>> known;

    Rules(
            JdbcClient jdbc,
            Structures structures,
            Permissions permissions,
            AuditTrail audit,
            Activities activities,
            TopicVersions versions,
            Today today) {
        this.jdbc = jdbc;
        this.structures = structures;
        this.permissions = permissions;
        this.audit = audit;
        this.activities = activities;
        this.today = today;
        this.known = new AtHand<>(this::load, versions::ofAllNodes);
    }

    /// Whether a rule of yes or no says yes in a unit today, or would if it said anything.
    public boolean isYes(UnitId unit, Rule rule) {
        return inForce(unit, rule).map(RuleVersion::isYes).orElse(rule.isYesUnlessSet());
    }

    /// The version of a rule that holds in a unit today.
    ///
    /// @return nothing when neither the unit nor one above has set it
    public Optional<RuleVersion> inForce(UnitId unit, Rule rule) {
        return inForce(unit, rule, today.date());
    }

    /// The version of a rule that holds in a unit on a day.
    public Optional<RuleVersion> inForce(UnitId unit, Rule rule, LocalDate day) {
        return inForce(unit, rule, day, this::known);
    }

    /// The version of a rule that would hold in a unit on a day, were another one set.
    public Optional<RuleVersion> inForce(UnitId unit, LocalDate day, NewRule planned) {
        return inForce(unit, planned.rule(), day, place -> with(planned, place));
    }

    private Optional<RuleVersion> inForce(
            UnitId unit, Rule rule, LocalDate day, Function<UnitId, Stream<RuleVersion>> setBy) {
        RuleVersion inForce = null;
        for (UnitId place : downTo(unit)) {
            Optional<RuleVersion> own =
                    setBy.apply(place)
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

    private Stream<RuleVersion> known(UnitId place) {
        return known.get().getOrDefault(place, List.of()).stream();
    }

    private Stream<RuleVersion> with(NewRule planned, UnitId place) {
        if (!place.equals(planned.unit())) {
            return known(place);
        }
        Stream<RuleVersion> others =
                known(place)
                        .filter(version ->
                                version.rule() != planned.rule()
                                        || !version.from().equals(planned.from()));
        return Stream.concat(others, Stream.of(planned.version()));
    }

    /// All versions that a unit itself has set, the newest first.
    public List<RuleVersion> setBy(UnitId unit) {
        return known.get().getOrDefault(unit, List.of()).stream()
                .sorted(Comparator.comparing(RuleVersion::from).reversed())
                .toList();
    }

    /// Sets a rule from a day on. What held before stays on record. Homes may end with an age
    /// limit.
    ///
    /// @throws org.rotfaden.security.NotPermitted unless whoever sets it administers the unit, and
    ///   may end the homes that end
    /// @throws org.rotfaden.security.BrokenRule LAST_ADMINISTRATOR when nobody would be left who
    ///   administers the association, or operates the server
    /// @throws org.rotfaden.security.BrokenRule NOT_RETROACTIVE when the day is over
    /// @throws org.rotfaden.security.BrokenRule RULE_FIXED_ABOVE when a unit further up does not
    ///   allow it
    @Transactional
    public void set(MemberId by, NewRule rule) {
        Structure structure =
                rule.rule() == Rule.AGE_LIMIT ? structures.holdAlone() : structures.hold();
        structure.getCurrent(rule.unit());
        permissions.decide(by, Permission.ADMINISTER, rule.unit().subject()).orRefuse();
        if (rule.from().isBefore(today.date())) {
            throw RuleObjection.NOT_RETROACTIVE.raised();
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
            throw RuleObjection.RULE_FIXED_ABOVE.raised();
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
        audit.record(by, "RULE_SET_" + rule.rule(), rule.unit().subject());
        activities.tell(new RuleEvent.Set(by, rule.unit(), rule.rule()));
        activities.tell(
                RightsChanged.rolesAt(
                        structures.current().within(rule.unit()).stream()
                                .map(UnitId::subject)
                                .toList()));
    }

    /// Rules go with units that are merged or split.
    @Override
    public boolean isChangedBy(Activity what) {
        return what instanceof RuleEvent || what instanceof UnitEvent;
    }

    @Override
    public AtHand<?> kept() {
        return known;
    }

    /// The days after one on which the version that holds in a unit may become another, the first
    /// one first.
    public List<LocalDate> changesAfter(LocalDate day, UnitId unit, Rule rule) {
        return downTo(unit).stream()
                .flatMap(place -> known.get().getOrDefault(place, List.of()).stream())
                .filter(version -> version.rule() == rule)
                .map(RuleVersion::from)
                .filter(from -> from.isAfter(day))
                .distinct()
                .sorted()
                .toList();
    }

    /// What holds elsewhere on a day holds in another unit from then on as well.
    void carry(RuleVersion version, LocalDate from, UnitId to) {
        jdbc.sql("insert into rule_version values (?, ?, ?, ?, ?, ?) on conflict do nothing")
                .params(
                        to.value(),
                        version.rule().name(),
                        from,
                        version.value(),
                        version.paragraph(),
                        version.overridable())
                .update();
        known.changed();
    }

    private List<UnitId> downTo(UnitId unit) {
        List<UnitId> way = new ArrayList<>(List.of(unit));
        structures.current().above(unit).stream().map(Unit::id).forEach(way::add);
        return way.reversed();
    }

    private Map<UnitId, List<RuleVersion>> load() {
        return jdbc
                .sql("select * from rule_version")
                .query((row, _) ->
                        new RuleVersion(
                                Columns.id(row, "unit_id", UnitId::new),
                                Rule.valueOf(row.getString("rule")),
                                row.getObject("from_day", LocalDate.class),
                                row.getString("value"),
                                row.getString("paragraph"),
                                row.getBoolean("overridable")))
                .list()
                .stream()
                .collect(Collectors.groupingBy(RuleVersion::unit));
    }
}
