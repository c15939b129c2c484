package org.rotfaden.organisation.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.rotfaden.Association;
import org.rotfaden.TablesOwner;
import org.rotfaden.WorkspaceTest;
import org.rotfaden.activity.Activities;
import org.rotfaden.association.Name;
import org.rotfaden.members.Members;
import org.rotfaden.motions.MotionCatalogue;
import org.rotfaden.motions.MotionQuery;
import org.rotfaden.organisation.bodies.Bodies;
import org.rotfaden.organisation.bodies.Body;
import org.rotfaden.organisation.bodies.Offices;
import org.rotfaden.organisation.directory.Directory;
import org.rotfaden.organisation.groups.WorkingGroups;
import org.rotfaden.organisation.memberships.Followings;
import org.rotfaden.organisation.memberships.HomeMoves;
import org.rotfaden.organisation.memberships.Membership;
import org.rotfaden.organisation.memberships.Memberships;
import org.rotfaden.organisation.rules.NewRule;
import org.rotfaden.organisation.rules.Rule;
import org.rotfaden.organisation.rules.Rules;
import org.rotfaden.organisation.units.Structure;
import org.rotfaden.organisation.units.Unit;
import org.rotfaden.organisation.units.UnitId;
import org.rotfaden.organisation.units.UnitTies;
import org.rotfaden.organisation.units.UnitTree;
import org.rotfaden.organisation.units.Units;
import org.rotfaden.security.MemberId;
import org.rotfaden.security.Permission;
import org.rotfaden.security.Permissions;
import org.rotfaden.security.RightsChanged;
import org.rotfaden.security.Subject;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/// How long questions take in a large association. `benchmarks/organisation` runs it with 100,000
/// members; without a size it only shows that it works.
@Tag("long")
@WorkspaceTest
@TestPropertySource(properties = "rotfaden.benchmark=organisation")
class OrganisationBenchmarkTests {

    private static final int SIZE = Integer.getInteger("rotfaden.benchmark.members", 0);
    private static final int SMALL = 2_000;
    private static final int SHOWN = 50;

    /// A small run shares its machine with other tests.
    private static final int PATIENCE = SIZE == 0 ? 20 : 1;

    @Autowired private Association people;
    @Autowired private TablesOwner owner;
    @Autowired private Members members;
    @Autowired private Permissions permissions;
    @Autowired private Units units;
    @Autowired private UnitTies ties;
    @Autowired private Rules rules;
    @Autowired private Memberships memberships;
    @Autowired private HomeMoves moves;
    @Autowired private Followings followings;
    @Autowired private Bodies bodies;
    @Autowired private Offices offices;
    @Autowired private WorkingGroups groups;
    @Autowired private MotionCatalogue motions;
    @Autowired private Directory directory;
    @Autowired private Activities activities;

    private final List<Measured> all = new ArrayList<>();
    private final Random random = new Random(7);
    private int runs = SIZE == 0 ? 60 : 4_000;

    @Test
    @SuppressWarnings("SystemOut") // a benchmark prints what it saw
    void a_large_association_is_answered_quickly() {
        var large = new LargeAssociation(owner.jdbc(), SIZE == 0 ? SMALL : SIZE);
        MemberId admin = people.anna().id();
        large.fill();
        rules.set(
                admin,
                new NewRule(
                        large.top(),
                        Rule.LONGEST_TERM,
                        LocalDate.of(2100, 1, 1),
                        "24",
                        "§ 1",
                        true));
        reload(admin, large);
        questions(large);
        keys(large);
        pages(large, admin);
        tree(large, admin);
        people(large, admin);
        all.forEach(System.out::println);
        for (Measured measured : all) {
            assertThat(measured.quantile(0.95))
                    .as(measured.what())
                    .isLessThan(measured.aim() * PATIENCE);
        }
    }

    /// Whatever the trees say was read anew.
    private void reload(MemberId admin, LargeAssociation large) {
        Unit top = fresh(large.top());
        units.rename(admin, top.id(), new Name("Bund"), null, top.version());
    }

    private Unit fresh(UnitId unit) {
        return units.structure().find(unit).orElseThrow();
    }

    private void questions(LargeAssociation large) {
        var asked =
                new Object() {
                    MemberId member = large.member(random);
                    Subject subject = large.subject(random);
                };
        Permission[] permission = Permission.values();
        measure(
                "a permission question, the member at hand",
                1,
                run -> {
                    asked.member = large.member(random);
                    asked.subject = large.subject(random);
                    permissions.keysOf(asked.member);
                },
                run ->
                        permissions.decide(
                                asked.member,
                                permission[Math.floorMod(run, permission.length)],
                                asked.subject));
        measure(
                "a permission question, the member not at hand",
                1,
                run -> {
                    asked.member = large.member(random);
                    asked.subject = large.subject(random);
                    activities.tell(RightsChanged.of(asked.member));
                },
                run ->
                        permissions.decide(
                                asked.member,
                                permission[Math.floorMod(run, permission.length)],
                                asked.subject));
    }

    private void keys(LargeAssociation large) {
        var reader =
                new Object() {
                    MemberId member = large.member(random);
                };
        measure(
                "all keys of a reader, at hand",
                5,
                _ -> {
                    reader.member = large.member(random);
                    permissions.keysOf(reader.member);
                },
                _ -> permissions.keysOf(reader.member));
        measure(
                "all keys of a reader, not at hand",
                5,
                _ -> {
                    reader.member = large.member(random);
                    activities.tell(RightsChanged.of(reader.member));
                },
                _ -> permissions.keysOf(reader.member));
    }

    private void pages(LargeAssociation large, MemberId admin) {
        runs /= 4;
        measure(
                "what a unit's page asks for, a member looks",
                150,
                _ -> {},
                _ -> page(large.member(random), large.unit(random)));
        measure(
                "what a unit's page asks for, an administrator looks",
                150,
                _ -> {},
                _ -> page(admin, large.unit(random)));
        measure(
                "what the page of the unit at the very top asks for",
                150,
                _ -> {},
                _ -> page(admin, large.top()));
        runs *= 4;
    }

    /// The questions of the page, in its order.
    private int page(MemberId reader, UnitId id) {
        Structure structure = units.structure();
        Unit unit = structure.get(id);
        int seen = structure.above(id).size();
        seen += followings.of(reader).size();
        seen += permissions.explain(reader, id.subject()).size();
        for (Body body : bodies.of(id)) {
            seen +=
                    members.namesOf(
                                    offices.in(body.id()).stream()
                                            .map(office -> office.member())
                                            .toList())
                            .size();
            seen += offices.vacancies(body).size();
        }
        seen +=
                groups.of(reader, id, 0, 50).stream()
                        .mapToInt(group -> groups.count(group.id()))
                        .sum();
        seen += motions.list(MotionQuery.ALL.of(id.subject()), reader, SHOWN).size();
        seen += structure.rightBelow(id).size() + ties.linksOf(id).size();
        seen += ties.unionsOf(id).size() + units.history(id).size();
        seen += units.predecessors(id).size() + units.successors(id).size();
        seen += memberships.count(id) + memberships.countWithin(id);
        for (Rule rule : Rule.values()) {
            seen += rules.inForce(id, rule).isPresent() ? 1 : 0;
        }
        if (permissions.allows(reader, Permission.ADMINISTER_MEMBERS, id.subject())) {
            List<Membership> shown = memberships.in(reader, id, 0, SHOWN);
            seen += members.namesOf(shown.stream().map(Membership::member).toList()).size();
            seen += moves.around(reader, unit.id()).size();
        }
        return seen;
    }

    private void tree(LargeAssociation large, MemberId admin) {
        measure("opening a branch of the tree", 100, _ -> {}, _ -> open(large.unit(random)));
        runs /= 100;
        measure("the first view of the tree", 300, _ -> {}, _ -> firstView());
        measure(
                "the first view after the trees were changed",
                300,
                _ -> reload(admin, large),
                _ -> firstView());
        measure("a change of the trees", 1_000, _ -> {}, _ -> reload(admin, large));
        runs *= 100;
    }

    private int firstView() {
        Structure structure = units.structure();
        int seen = 0;
        for (UnitTree tree : structure.trees()) {
            for (Unit top : structure.top(tree.id())) {
                seen += open(top.id());
            }
        }
        return seen;
    }

    private int open(UnitId unit) {
        Structure structure = units.structure();
        return structure.rightBelow(unit).stream()
                .mapToInt(below -> structure.countRightBelow(below.id()))
                .sum();
    }

    private void people(LargeAssociation large, MemberId admin) {
        runs /= 40;
        List<String> typed =
                List.of("an", "müller", "Gül Ö", "nord", "ortsverein süd", "kaya", "vor", "grup");
        measure(
                "finding people and places, a member looks",
                300,
                _ -> {},
                run ->
                        directory.find(
                                large.member(random),
                                typed.get(Math.floorMod(run, typed.size())),
                                20));
        measure(
                "finding people and places, an administrator looks",
                300,
                _ -> {},
                run -> directory.find(admin, typed.get(Math.floorMod(run, typed.size())), 20));
        runs *= 40;
    }

    private void measure(String what, double aim, IntConsumer prepare, IntConsumer doing) {
        all.add(Measured.of(what, aim, Math.max(runs, 1), prepare, doing));
    }
}
