package org.rotfaden.installation;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rotfaden.association.Name;
import org.rotfaden.association.Term;
import org.rotfaden.members.Member;
import org.rotfaden.organisation.SampleHistory;
import org.rotfaden.organisation.bodies.Bodies;
import org.rotfaden.organisation.bodies.Body;
import org.rotfaden.organisation.bodies.BodyDescription;
import org.rotfaden.organisation.bodies.BodyId;
import org.rotfaden.organisation.bodies.Election;
import org.rotfaden.organisation.bodies.Offices;
import org.rotfaden.organisation.groups.GroupDescription;
import org.rotfaden.organisation.groups.WorkingGroupId;
import org.rotfaden.organisation.groups.WorkingGroups;
import org.rotfaden.organisation.memberships.Followings;
import org.rotfaden.organisation.memberships.HomeMoves;
import org.rotfaden.organisation.memberships.MembershipKind;
import org.rotfaden.organisation.memberships.Memberships;
import org.rotfaden.organisation.memberships.NewMembership;
import org.rotfaden.organisation.rules.NewRule;
import org.rotfaden.organisation.rules.Rules;
import org.rotfaden.organisation.units.MergeUnits;
import org.rotfaden.organisation.units.NewTree;
import org.rotfaden.organisation.units.NewUnion;
import org.rotfaden.organisation.units.NewUnit;
import org.rotfaden.organisation.units.TreeId;
import org.rotfaden.organisation.units.Trees;
import org.rotfaden.organisation.units.Unit;
import org.rotfaden.organisation.units.UnitId;
import org.rotfaden.organisation.units.UnitLevel;
import org.rotfaden.organisation.units.UnitReforms;
import org.rotfaden.organisation.units.UnitTies;
import org.rotfaden.organisation.units.Units;
import org.rotfaden.security.MemberId;
import org.rotfaden.security.Subject;
import org.rotfaden.security.Today;
import org.springframework.stereotype.Component;

/// Builds the units, bodies and groups of the sample association as an administrator would, by the
/// same use cases; what should be older than today is made older afterwards.
@Component
class SampleOrganisation {

    private static final int YEARS_OLD = 6;
    private static final int YEARS_A_MEMBER = 3;
    private static final int TERM_MONTHS = 24;

    /// What was built, by name.
    static final class Built {

        private final MemberId administrator;
        private final Map<String, MemberId> people = new HashMap<>();
        private final Map<String, UnitId> units = new HashMap<>();
        private final Map<String, BodyId> bodies = new HashMap<>();
        private final Map<String, WorkingGroupId> groups = new HashMap<>();

        Built(List<Member> members) {
            administrator = members.getFirst().id();
            members.forEach(member -> people.put(member.name(), member.id()));
        }

        MemberId person(String name) {
            return found(people, name);
        }

        UnitId unit(String name) {
            return found(units, name);
        }

        Subject owner(String type, @Nullable String name) {
            return switch (type) {
                case "unit" -> unit(String.valueOf(name)).subject();
                case "body" -> found(bodies, String.valueOf(name)).subject();
                case "group" -> found(groups, String.valueOf(name)).subject();
                case "member" -> person(String.valueOf(name)).subject();
                default -> Subject.ASSOCIATION;
            };
        }

        private static <T> T found(Map<String, T> known, String name) {
            T found = known.get(name);
            if (found == null) {
                throw new IllegalStateException("The sample knows no " + name);
            }
            return found;
        }
    }

    private final Trees trees;
    private final Units units;
    private final UnitReforms reforms;
    private final UnitTies ties;
    private final Rules rules;
    private final Memberships memberships;
    private final HomeMoves moves;
    private final Followings followings;
    private final Bodies bodies;
    private final Offices offices;
    private final WorkingGroups groups;
    private final SampleHistory history;
    private final Today today;

    SampleOrganisation(
            Trees trees,
            Units units,
            UnitReforms reforms,
            UnitTies ties,
            Rules rules,
            Memberships memberships,
            HomeMoves moves,
            Followings followings,
            Bodies bodies,
            Offices offices,
            WorkingGroups groups,
            SampleHistory history,
            Today today) {
        this.trees = trees;
        this.units = units;
        this.reforms = reforms;
        this.ties = ties;
        this.rules = rules;
        this.memberships = memberships;
        this.moves = moves;
        this.followings = followings;
        this.bodies = bodies;
        this.offices = offices;
        this.groups = groups;
        this.history = history;
        this.today = today;
    }

    /// @param members the administrator first
    Built build(SampleDescription sample, List<Member> members) {
        var built = new Built(members);
        sample.trees().forEach(tree -> plant(tree, built));
        tie(sample, built);
        sample.rules().forEach(rule -> set(rule, built));
        history.backdate(today.date(), today.date().minusYears(YEARS_OLD));
        merge(sample.merged(), built);
        sample.people().forEach(person -> takeIn(person, built));
        sample.bodies().forEach(body -> fill(body, sample.kindsOfBodies(), built));
        sample.groups().forEach(group -> gather(group, built));
        moves.ask(
                built.person(sample.move().member()),
                built.person(sample.move().member()),
                built.unit(sample.move().to()));
        sample.following()
                .forEach((member, followed) ->
                        followed.forEach(
                                unit -> followings.follow(built.person(member), built.unit(unit))));
        return built;
    }

    private void plant(SampleDescription.Tree tree, Built built) {
        List<UnitLevel> levels =
                tree.levels().stream()
                        .map(level -> new UnitLevel(1, level.name(), level.plural()))
                        .toList();
        TreeId id =
                trees.make(built.administrator, new NewTree(new Name(tree.name()), levels)).id();
        tree.units().forEach(unit -> found(unit, id, null, 1, built));
    }

    private void found(
            SampleDescription.UnitBelow unit,
            TreeId tree,
            @Nullable UnitId above,
            int level,
            Built built) {
        UnitId id =
                units.found(
                                built.administrator,
                                new NewUnit(tree, above, level, new Name(unit.name()), unit.kind()))
                        .id();
        built.units.put(unit.name(), id);
        orNone(unit.below()).forEach(lower -> found(lower, tree, id, level + 1, built));
    }

    private void tie(SampleDescription sample, Built built) {
        sample.links()
                .forEach(link ->
                        ties.link(
                                built.administrator,
                                built.unit(link.getFirst()),
                                built.unit(link.getLast())));
        ties.join(
                built.administrator,
                new NewUnion(
                        new Name(sample.union().name()),
                        sample.union().purpose(),
                        sample.union().units().stream().map(built::unit).toList()));
    }

    private void set(SampleDescription.RuleOfUnit rule, Built built) {
        rules.set(
                built.administrator,
                new NewRule(
                        built.unit(rule.unit()),
                        rule.rule(),
                        today.date(),
                        rule.value(),
                        rule.paragraph(),
                        rule.overridable()));
    }

    private void merge(SampleDescription.Merger merger, Built built) {
        Unit merged =
                reforms.merge(
                        built.administrator,
                        new MergeUnits(
                                merger.units().stream().map(built::unit).toList(),
                                new Name(merger.into())));
        built.units.put(merged.name(), merged.id());
    }

    private void takeIn(SampleDescription.Person person, Built built) {
        LocalDate since = today.date().minusYears(YEARS_A_MEMBER);
        if (person.home() != null) {
            begin(person, person.home(), kind(person.kind()), since, built);
        }
        if (person.youthHome() != null) {
            begin(person, person.youthHome(), kind(person.youthKind()), since.plusYears(2), built);
        }
    }

    private void begin(
            SampleDescription.Person person,
            String home,
            MembershipKind kind,
            LocalDate since,
            Built built) {
        memberships.begin(
                built.administrator,
                new NewMembership(
                        built.person(person.name()), built.unit(home), kind, Term.since(since)));
    }

    private static MembershipKind kind(@Nullable MembershipKind kind) {
        return kind == null ? MembershipKind.FULL : kind;
    }

    private void fill(
            SampleDescription.BodyOfUnit described,
            Map<org.rotfaden.organisation.bodies.BodyKind, SampleDescription.BodyPattern> patterns,
            Built built) {
        SampleDescription.BodyPattern pattern = patterns.get(described.kind());
        if (pattern == null) {
            throw new IllegalStateException("No pattern for " + described.kind());
        }
        Body body =
                bodies.found(
                        built.administrator,
                        built.unit(described.unit()),
                        new BodyDescription(
                                described.kind(),
                                new Name(described.name()),
                                pattern.composition(),
                                TERM_MONTHS,
                                pattern.seats()));
        built.bodies.put(described.unit() + ": " + described.name(), body.id());
        for (SampleDescription.ElectionAgo election : described.elections()) {
            offices.elect(
                    built.administrator,
                    election(body.id(), election, pattern.electedBy(), built),
                    bodies.get(body.id()).version());
        }
    }

    private Election election(
            BodyId body, SampleDescription.ElectionAgo election, String electedBy, Built built) {
        LocalDate first = today.date().minusMonths(election.monthsAgo());
        return new Election(
                body,
                election.members().stream()
                        .map(elected ->
                                new Election.Elected(
                                        elected.title(), built.person(elected.member())))
                        .toList(),
                new Term(first, first.plusMonths(TERM_MONTHS).minusDays(1)),
                first.minusDays(1),
                electedBy);
    }

    private void gather(SampleDescription.Group described, Built built) {
        MemberId founder = built.person(described.hosts().getFirst());
        WorkingGroupId group =
                groups.found(
                                founder,
                                new GroupDescription(
                                        new Name(described.name()),
                                        described.purpose(),
                                        described.kind(),
                                        described.admission(),
                                        described.units().stream().map(built::unit).toList()))
                        .id();
        built.groups.put(described.name(), group);
        for (String name : described.members()) {
            letIn(founder, group, built.person(name));
        }
        for (String name : described.hosts()) {
            if (!built.person(name).equals(founder)) {
                letIn(founder, group, built.person(name));
                groups.makeHost(founder, group, built.person(name));
            }
        }
        orNone(described.invited())
                .forEach(name -> groups.admit(founder, group, built.person(name)));
        orNone(described.asked()).forEach(name -> groups.join(built.person(name), group));
        if (described.archived()) {
            groups.archive(founder, group);
        }
    }

    private void letIn(MemberId host, WorkingGroupId group, MemberId member) {
        groups.admit(host, group, member);
        groups.join(member, group);
    }

    private static <T> List<T> orNone(@Nullable List<T> some) {
        return some == null ? List.of() : some;
    }
}
