package org.rotfaden.organisation;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.rotfaden.MovableClock;
import org.rotfaden.WorkspaceTest;
import org.rotfaden.association.Name;
import org.rotfaden.association.Term;
import org.rotfaden.members.ExplicitGrants;
import org.rotfaden.members.NewGrant;
import org.rotfaden.organisation.bodies.BodyKind;
import org.rotfaden.organisation.groups.Admission;
import org.rotfaden.organisation.groups.GroupDescription;
import org.rotfaden.organisation.groups.GroupKind;
import org.rotfaden.organisation.groups.WorkingGroups;
import org.rotfaden.organisation.memberships.Membership;
import org.rotfaden.organisation.memberships.Memberships;
import org.rotfaden.organisation.rules.NewRule;
import org.rotfaden.organisation.rules.Rule;
import org.rotfaden.organisation.rules.Rules;
import org.rotfaden.organisation.units.MergeUnits;
import org.rotfaden.organisation.units.SplitUnit;
import org.rotfaden.organisation.units.Unit;
import org.rotfaden.organisation.units.UnitId;
import org.rotfaden.organisation.units.UnitReforms;
import org.rotfaden.organisation.units.UnitState;
import org.rotfaden.organisation.units.Units;
import org.rotfaden.security.BrokenRule;
import org.rotfaden.security.MemberId;
import org.rotfaden.security.Permission;
import org.rotfaden.security.Permissions;
import org.rotfaden.security.Role;
import org.rotfaden.security.Subject;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/// Random associations are reformed at random, over years: nothing that ever was gets lost, and
/// nobody may do more because units were merged or split.
@WorkspaceTest
class ReformsTests {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final LocalDate DAY = LocalDate.of(2027, 6, 15);
    private static final int PEOPLE = 6;
    private static final int STEPS = 18;

    private record Asked(MemberId member, Subject subject) {}

    @Autowired private ApplicationContext workspace;
    @Autowired private MovableClock clock;
    @Autowired private Permissions permissions;
    @Autowired private Memberships memberships;
    @Autowired private ExplicitGrants grants;
    @Autowired private WorkingGroups groups;
    @Autowired private Rules rules;
    @Autowired private Units units;
    @Autowired private UnitReforms reforms;

    private final List<UnitId> ever = new ArrayList<>();
    private final Map<UnitId, String> addresses = new HashMap<>();
    private final List<MemberId> people = new ArrayList<>();
    private final Set<Subject> subjects = new HashSet<>();
    private final Set<LocalDate> ruleDays = new TreeSet<>();
    private Landscape land;
    private final Random random = new Random();
    private LocalDate day = DAY;

    static IntStream seeds() {
        return IntStream.rangeClosed(1, Boolean.getBoolean("rotfaden.long") ? 60 : 6);
    }

    @BeforeEach
    void a_tree() {
        clock.show(DAY.atTime(12, 0), BERLIN);
        land = new Landscape(workspace);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void reforms_keep_history_and_never_widen_a_right(int seed) {
        random.setSeed(seed);
        know(land.top("Bund"));
        for (int number = 0; number < 9; number++) {
            found();
        }
        for (int number = 0; number < PEOPLE; number++) {
            settle();
        }
        for (int step = 0; step < STEPS; step++) {
            day = day.plusDays(random.nextInt(40));
            clock.show(day.atTime(12, 0), BERLIN);
            step();
            expectHistory();
            expectOneHomeEach();
        }
    }

    @Test
    void the_narrower_rule_of_merged_units_holds_and_parts_keep_the_rules_of_the_whole() {
        Unit top = land.top("Bund");
        Unit open = land.below(top, "Offen");
        Unit closed = land.below(top, "Verschwiegen");
        land.rule(open, Rule.MEMBERS_WRITE_MOTIONS, "yes", DAY);
        land.rule(closed, Rule.MEMBERS_SEE_EACH_OTHER, "no", DAY);
        MemberId member = land.person();
        land.at(closed, member);
        Unit both =
                reforms.merge(
                        land.admin,
                        new MergeUnits(List.of(open.id(), closed.id()), new Name("Beide")));
        assertThat(allowed(member, both.id().subject()))
                .containsExactly(Permission.READ, Permission.TAKE_PART);
        List<Unit> parts =
                reforms.split(
                        land.admin,
                        new SplitUnit(
                                both.id(),
                                List.of(part("Eins", List.of()), part("Zwei", List.of(member)))),
                        both.version());
        assertThat(allowed(member, parts.getLast().id().subject()))
                .containsExactly(Permission.READ, Permission.TAKE_PART);
    }

    @Test
    void what_a_merged_unit_decided_for_later_holds_on_that_day() {
        Unit top = land.top("Bund");
        Unit one = land.below(top, "Eins");
        Unit two = land.below(top, "Zwei");
        LocalDate later = DAY.plusMonths(6);
        land.rule(one, Rule.MEMBERS_SEE_EACH_OTHER, "no", later);
        land.rule(two, Rule.MEMBERS_WRITE_MOTIONS, "yes", later);
        MemberId member = land.person();
        land.at(one, member);
        Unit both =
                reforms.merge(
                        land.admin, new MergeUnits(List.of(one.id(), two.id()), new Name("Beide")));
        assertThat(allowed(member, both.id().subject()))
                .containsExactlyInAnyOrder(
                        Permission.READ, Permission.TAKE_PART, Permission.SEE_MEMBERS);
        clock.show(later.atTime(12, 0), BERLIN);
        assertThat(allowed(member, both.id().subject()))
                .containsExactly(Permission.READ, Permission.TAKE_PART);
    }

    @Test
    void what_is_fixed_above_or_said_below_is_not_loosened_by_a_merger() {
        Unit top = land.top("Bund");
        Unit strict = land.below(top, "Streng");
        Unit lax = land.below(top, "Locker");
        Unit open = land.below(top, "Offen");
        Unit belowStrict = land.below(strict, "Unter Streng");
        Unit belowLax = land.below(lax, "Unter Locker");
        land.rule(belowStrict, Rule.MEMBERS_SEE_EACH_OTHER, "yes", DAY);
        land.rule(belowLax, Rule.MEMBERS_WRITE_MOTIONS, "no", DAY);
        fix(strict, Rule.MEMBERS_SEE_EACH_OTHER, "no");
        fix(open, Rule.MEMBERS_WRITE_MOTIONS, "yes");
        land.rule(lax, Rule.MEMBERS_SEE_EACH_OTHER, "no", DAY);
        land.rule(lax, Rule.MEMBERS_WRITE_MOTIONS, "yes", DAY);
        land.rule(strict, Rule.MEMBERS_WRITE_MOTIONS, "yes", DAY);
        MemberId quiet = land.person();
        land.at(belowStrict, quiet);
        MemberId reading = land.person();
        land.at(belowLax, reading);
        reforms.merge(
                land.admin,
                new MergeUnits(List.of(lax.id(), open.id(), strict.id()), new Name("Alle")));
        assertThat(allowed(quiet, belowStrict.id().subject()))
                .doesNotContain(Permission.SEE_MEMBERS);
        assertThat(allowed(reading, belowLax.id().subject())).doesNotContain(Permission.ACT_FOR);
    }

    private void fix(Unit unit, Rule rule, String value) {
        rules.set(land.admin, new NewRule(unit.id(), rule, DAY, value, "§ 1", false));
    }

    private void step() {
        unlessRefused(() -> {
            switch (random.nextInt(10)) {
                case 0 -> found();
                case 1 -> move(any(), any());
                case 2 -> rename(any());
                case 3 -> dissolve(any());
                case 4, 5, 6 -> mergeSome();
                case 7 -> split(any());
                case 8, 9 -> decide(any());
                default -> throw new AssertionError();
            }
        });
    }

    private static void unlessRefused(Runnable act) {
        try {
            act.run();
        } catch (BrokenRule refused) {
            assertThat(refused.code())
                    .isIn(
                            "WRONG_PLACE",
                            "STILL_IN_USE",
                            "INVALID_MERGE",
                            "UNIT_ENDED",
                            "RULE_FIXED_ABOVE");
        }
    }

    private void found() {
        Unit above = any();
        if (above.level() < 4) {
            know(land.unit(above, above.level() + 1, "Ort " + random.nextInt(5)));
        }
    }

    private void know(Unit unit) {
        ever.add(unit.id());
        addresses.put(unit.id(), unit.slug());
        subjects.add(unit.id().subject());
    }

    /// A person with a home, and at random with an office, a rule of the home, a grant or a group.
    private void settle() {
        MemberId member = land.person();
        people.add(member);
        subjects.add(member.subject());
        Unit home = any();
        land.at(home, member);
        var body =
                land.body(
                        any(),
                        random.nextBoolean() ? BodyKind.EXECUTIVE_COMMITTEE : BodyKind.COMMITTEE);
        subjects.add(body.id().subject());
        land.elect(
                body,
                random.nextBoolean() ? Landscape.CHAIR : Landscape.ASSESSOR,
                member,
                day,
                day.plusDays(500));
        unlessRefused(() -> decide(any()));
        if (random.nextBoolean()) {
            grants.give(
                    land.admin,
                    new NewGrant(
                            member, Role.ADMINISTRATOR, any().id().subject(), Term.since(day)));
        }
        if (random.nextBoolean()) {
            subjects.add(
                    groups.found(
                                    member,
                                    new GroupDescription(
                                            new Name("Gruppe"),
                                            "",
                                            GroupKind.WORKING_GROUP,
                                            Admission.OPEN,
                                            List.of(any().id())))
                            .id()
                            .subject());
        }
    }

    private void move(Unit unit, Unit to) {
        units.move(land.admin, unit.id(), to.id(), unit.version());
    }

    private void rename(Unit unit) {
        units.rename(
                land.admin, unit.id(), new Name("Ort " + random.nextInt(5)), null, unit.version());
    }

    private void dissolve(Unit unit) {
        reforms.dissolve(land.admin, unit.id(), unit.version());
    }

    /// Two beside each other where there are, else any two.
    private void mergeSome() {
        Unit one = any();
        List<Unit> beside =
                one.above().map(units.structure()::rightBelow).orElseGet(List::of).stream()
                        .filter(unit -> !unit.equals(one))
                        .toList();
        Unit other = beside.isEmpty() ? any() : beside.get(random.nextInt(beside.size()));
        if (one.equals(other)) {
            return;
        }
        var merge = new MergeUnits(List.of(one.id(), other.id()), new Name("Zusammen"));
        Map<LocalDate, Map<Asked, Set<Permission>>> before = allAllowedOnAllDays();
        expectNoMore(merge.units(), before, List.of(reforms.merge(land.admin, merge)));
    }

    private void split(Unit unit) {
        Map<LocalDate, Map<Asked, Set<Permission>>> before = allAllowedOnAllDays();
        List<MemberId> some = people.stream().filter(_ -> random.nextBoolean()).toList();
        List<Unit> into =
                reforms.split(
                        land.admin,
                        new SplitUnit(
                                unit.id(), List.of(part("Links", List.of()), part("Rechts", some))),
                        unit.version());
        expectNoMore(List.of(unit.id()), before, into);
    }

    /// A rule for today or later, which units below may set otherwise, or not.
    private void decide(Unit unit) {
        Rule rule = random.nextBoolean() ? Rule.MEMBERS_SEE_EACH_OTHER : Rule.MEMBERS_WRITE_MOTIONS;
        String value = random.nextBoolean() ? "yes" : "no";
        rules.set(
                land.admin,
                new NewRule(unit.id(), rule, ruleDay(), value, "§ 1", random.nextInt(3) > 0));
    }

    private LocalDate ruleDay() {
        LocalDate from = day.plusDays(random.nextInt(60));
        ruleDays.add(from);
        return from;
    }

    /// What everybody would be allowed today and on all days from which a rule was set, were
    /// nothing reformed.
    private Map<LocalDate, Map<Asked, Set<Permission>>> allAllowedOnAllDays() {
        Map<LocalDate, Map<Asked, Set<Permission>>> all = new TreeMap<>();
        travel(future -> all.put(future, allAllowed()));
        return all;
    }

    private void travel(Consumer<LocalDate> look) {
        Stream.concat(Stream.of(day), ruleDays.stream().filter(day::isBefore))
                .forEach(future -> {
                    clock.show(future.atTime(12, 0), BERLIN);
                    look.accept(future);
                });
        clock.show(day.atTime(12, 0), BERLIN);
    }

    private void expectNoMore(
            List<UnitId> from,
            Map<LocalDate, Map<Asked, Set<Permission>>> before,
            List<Unit> into) {
        travel(future -> expectNoMore(from, requireNonNull(before.get(future)), into, future));
        into.forEach(this::know);
    }

    private void expectNoMore(
            List<UnitId> from,
            Map<Asked, Set<Permission>> before,
            List<Unit> into,
            LocalDate future) {
        allAllowed()
                .forEach((asked, after) ->
                        assertThat(before.get(asked))
                                .as("%s on %s on %s", from, asked, future)
                                .containsAll(after));
        for (Unit unit : into) {
            for (MemberId member : people) {
                Set<Permission> atFormer =
                        from.stream()
                                .flatMap(former ->
                                        before
                                                .getOrDefault(
                                                        new Asked(member, former.subject()),
                                                        Set.of())
                                                .stream())
                                .collect(Collectors.toSet());
                assertThat(atFormer)
                        .as("%s into %s on %s", from, unit.id(), future)
                        .containsAll(allowed(member, unit.id().subject()));
            }
        }
    }

    private void expectHistory() {
        for (UnitId unit : ever) {
            assertThat(units.find(addresses.getOrDefault(unit, "")).map(Unit::id)).contains(unit);
            List<UnitState> states = units.history(unit);
            assertThat(states).isNotEmpty();
            for (int at = 1; at < states.size(); at++) {
                LocalDate end = states.get(at - 1).term().end().orElseThrow();
                assertThat(states.get(at).term().from()).isEqualTo(end.plusDays(1));
            }
            assertThat(states.getLast().term().end().isPresent())
                    .isEqualTo(units.get(unit).isOver());
            expectNoCircle(unit, new HashSet<>());
        }
    }

    private void expectNoCircle(UnitId unit, Set<UnitId> way) {
        assertThat(way.add(unit)).as("nothing comes after itself").isTrue();
        for (UnitId successor : units.successors(unit)) {
            assertThat(units.predecessors(successor)).contains(unit);
            expectNoCircle(successor, way);
        }
        way.remove(unit);
    }

    private void expectOneHomeEach() {
        for (MemberId member : people) {
            List<Membership> homes = memberships.current(member);
            assertThat(homes).hasSize(1);
            assertThat(units.get(homes.getFirst().unit()).isOver()).isFalse();
        }
    }

    private Map<Asked, Set<Permission>> allAllowed() {
        Map<Asked, Set<Permission>> all = new HashMap<>();
        for (MemberId member : people) {
            for (Subject subject : subjects) {
                all.put(new Asked(member, subject), allowed(member, subject));
            }
        }
        return all;
    }

    private Set<Permission> allowed(MemberId member, Subject subject) {
        Set<Permission> allowed = EnumSet.noneOf(Permission.class);
        permissions
                .explain(member, subject)
                .forEach((permission, decision) -> {
                    if (decision.allowed()) {
                        allowed.add(permission);
                    }
                });
        return allowed;
    }

    private static SplitUnit.Part part(String name, List<MemberId> members) {
        return new SplitUnit.Part(new Name(name), List.of(), members);
    }

    private Unit any() {
        List<Unit> current = ever.stream().map(units::get).filter(unit -> !unit.isOver()).toList();
        return current.get(random.nextInt(current.size()));
    }
}
