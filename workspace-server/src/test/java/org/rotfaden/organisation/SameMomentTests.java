package org.rotfaden.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rotfaden.AtTheSameMoment;
import org.rotfaden.AtTheSameMoment.Outcome;
import org.rotfaden.WorkspaceTest;
import org.rotfaden.activity.Activities;
import org.rotfaden.association.Name;
import org.rotfaden.association.Term;
import org.rotfaden.members.Email;
import org.rotfaden.members.ExplicitGrants;
import org.rotfaden.members.Member;
import org.rotfaden.members.Members;
import org.rotfaden.members.NewGrant;
import org.rotfaden.members.NewMember;
import org.rotfaden.members.Right;
import org.rotfaden.organisation.bodies.Body;
import org.rotfaden.organisation.bodies.BodyKind;
import org.rotfaden.organisation.bodies.Election;
import org.rotfaden.organisation.bodies.Offices;
import org.rotfaden.organisation.groups.Admission;
import org.rotfaden.organisation.groups.GroupDescription;
import org.rotfaden.organisation.groups.GroupKind;
import org.rotfaden.organisation.groups.WorkingGroup;
import org.rotfaden.organisation.groups.WorkingGroups;
import org.rotfaden.organisation.memberships.HomeMoveId;
import org.rotfaden.organisation.memberships.HomeMoves;
import org.rotfaden.organisation.memberships.Membership;
import org.rotfaden.organisation.memberships.MembershipCorrections;
import org.rotfaden.organisation.memberships.MembershipKind;
import org.rotfaden.organisation.memberships.Memberships;
import org.rotfaden.organisation.memberships.NewMembership;
import org.rotfaden.organisation.rules.Rule;
import org.rotfaden.organisation.units.MergeUnits;
import org.rotfaden.organisation.units.NewUnit;
import org.rotfaden.organisation.units.Unit;
import org.rotfaden.organisation.units.UnitReforms;
import org.rotfaden.organisation.units.Units;
import org.rotfaden.security.MemberId;
import org.rotfaden.security.Permission;
import org.rotfaden.security.Permissions;
import org.rotfaden.security.Reason;
import org.rotfaden.security.RightsChanged;
import org.rotfaden.security.Role;
import org.rotfaden.security.Spoken;
import org.rotfaden.security.Subject;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Several do something at the same moment, against a real database.
@WorkspaceTest
class SameMomentTests {

    @Autowired private ApplicationContext workspace;
    @Autowired private Activities activities;
    @Autowired private JdbcClient jdbc;
    @Autowired private Members members;
    @Autowired private ExplicitGrants grants;
    @Autowired private Permissions permissions;
    @Autowired private Units units;
    @Autowired private UnitReforms reforms;
    @Autowired private Memberships memberships;
    @Autowired private MembershipCorrections corrections;
    @Autowired private HomeMoves moves;
    @Autowired private Offices offices;
    @Autowired private WorkingGroups groups;

    private AtTheSameMoment atTheSameMoment;
    private Landscape land;
    private Unit top;

    @BeforeEach
    void a_tree() {
        atTheSameMoment = new AtTheSameMoment(workspace);
        land = new Landscape(workspace);
        top = land.top("Bund");
    }

    /// The chair of the old place loses the authority by the move: what she gives is given before,
    /// or not at all.
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void nobody_gives_an_office_in_a_unit_that_has_moved_away(boolean movedFirst) {
        Unit old = land.below(top, "Alt");
        Unit other = land.below(top, "Neu");
        Unit moving = land.below(old, "Kreis");
        Body board = land.board(moving);
        MemberId chair = land.chairOf(old);
        MemberId friend = land.person();
        LocalDate today = land.today();
        assertThat(permissions.allows(chair, Permission.ADMINISTER, board.id().subject())).isTrue();
        Callable<String> move =
                () -> {
                    units.move(land.admin, moving.id(), other.id(), 1);
                    return "moved";
                };
        Callable<String> give =
                () -> {
                    grants.give(
                            chair,
                            new NewGrant(
                                    friend,
                                    Role.ADMINISTRATOR,
                                    moving.id().subject(),
                                    new Term(today, today.plusDays(5))));
                    return "given";
                };
        Callable<String> elect =
                () -> {
                    offices.fill(chair, election(board, friend, today), board.version());
                    return "elected";
                };

        if (movedFirst) {
            List<Outcome<String>> outcomes = atTheSameMoment.all(move, List.of(give, elect));
            assertThat(outcomes.getFirst().succeeded()).isTrue();
            assertThat(outcomes.subList(1, 3))
                    .extracting(Outcome::refusal)
                    .containsOnly(Optional.of("ONLY_ADMINISTRATORS"));
        } else {
            assertThat(atTheSameMoment.all(() -> give.call() + elect.call(), List.of(move)))
                    .allMatch(Outcome::succeeded);
        }
        List<String> order =
                jdbc.sql(
                                """
                                select action from audit_entry
                                where subject_id = any(?) and action <> 'UNIT_FOUNDED'
                                order by sequence
                                """)
                        .param(new UUID[] {moving.id().value(), board.id().value()})
                        .query((row, _) -> row.getString("action"))
                        .list();
        assertThat(order).as("in the order of the commits").endsWith("UNIT_MOVED");
        assertThat(permissions.allows(chair, Permission.ADMINISTER, board.id().subject()))
                .isFalse();
    }

    @Test
    void of_two_who_rename_a_unit_one_is_told_of_the_other() {
        List<Outcome<Unit>> outcomes =
                atTheSameMoment.all(
                        () -> units.rename(land.admin, top.id(), new Name("A"), null, 1),
                        List.of(() -> units.rename(land.admin, top.id(), new Name("B"), null, 1)));
        expectOne(outcomes, "CHANGED_BY_SOMEBODY_ELSE");
        assertThat(units.history(top.id())).hasSize(1);
    }

    @Test
    void of_two_who_merge_overlapping_units_one_comes_too_late() {
        Unit one = land.below(top, "Eins");
        Unit two = land.below(top, "Zwei");
        Unit three = land.below(top, "Drei");
        MemberId member = land.person();
        land.at(two, member);
        land.chairOf(two);
        List<Outcome<Unit>> outcomes =
                atTheSameMoment.all(
                        () -> merge(one, two, "Links"), List.of(() -> merge(two, three, "Rechts")));
        expectOne(outcomes, "UNIT_ENDED");
        assertThat(units.successors(two.id())).hasSize(1);
        assertThat(memberships.current(member)).hasSize(1);
    }

    /// Whoever leaves holds her own row, whoever reforms holds the tree: they must not wait for
    /// each other for ever. The others come when the tree is held and nothing is merged yet.
    @Test
    void who_leaves_lays_down_or_changes_a_group_while_the_unit_is_merged_is_not_refused() {
        Unit one = land.below(top, "Eins");
        Unit two = land.below(top, "Zwei");
        MemberId leaving = land.person();
        Membership home = land.at(one, leaving);
        MemberId chair = land.chairOf(one);
        var office = offices.of(chair).getFirst();
        MemberId host = land.person();
        WorkingGroup group = groups.found(host, description("Gruppe", one));
        List<Outcome<Boolean>> outcomes =
                atTheSameMoment.whileHolding(
                        () -> land.below(top, "Drei"),
                        () -> {
                            merge(one, two, "Beide");
                            return true;
                        },
                        List.of(
                                () -> {
                                    memberships.end(leaving, home.id(), land.today());
                                    return true;
                                },
                                () -> {
                                    offices.end(chair, office.id(), land.today());
                                    return true;
                                },
                                () -> {
                                    groups.change(host, group.id(), description("Anders", two), 1);
                                    return true;
                                }));
        assertThat(outcomes.getFirst().succeeded()).isTrue();
        assertThat(outcomes.stream().flatMap(each -> each.refusal().stream()))
                .isSubsetOf(
                        "MEMBERSHIP_NOT_FOUND",
                        "OFFICE_NOT_FOUND",
                        "CHANGED_BY_SOMEBODY_ELSE",
                        "UNIT_ENDED");
    }

    @Test
    void of_the_last_two_administrators_one_stays() {
        expectOneStays(grants::end);
    }

    @Test
    void of_the_last_two_administrators_who_leave_the_association_one_stays() {
        expectOneStays((leaving, _) -> {
            Membership home = memberships.current(leaving).getFirst();
            memberships.end(leaving, home.id(), land.today().minusDays(1));
        });
    }

    @Test
    void of_the_last_two_administrators_who_are_too_old_by_a_new_date_of_birth_one_stays() {
        land.rule(top, Rule.AGE_LIMIT, "99", land.today());
        expectOneStays((leaving, _) ->
                corrections.correctBorn(leaving, leaving, land.today().minusYears(100)));
    }

    private void expectOneStays(BiConsumer<MemberId, UUID> goes) {
        MemberId one = land.person();
        MemberId two = land.person();
        land.at(top, one);
        land.at(top, two);
        var first = administrator(one);
        var second = administrator(two);
        var others = new OtherAdministrators(jdbc, one, two);
        others.setAside();
        activities.tell(RightsChanged.ofEverybody());
        try {
            List<Outcome<Boolean>> outcomes =
                    atTheSameMoment.all(
                            () -> {
                                goes.accept(one, first);
                                return true;
                            },
                            List.of(() -> {
                                goes.accept(two, second);
                                return true;
                            }));
            expectOne(outcomes, "LAST_ADMINISTRATOR");
        } finally {
            others.giveBack();
            activities.tell(RightsChanged.ofEverybody());
            grants.at(Subject.ASSOCIATION).stream()
                    .filter(grant -> Set.of(one, two).contains(grant.member()))
                    .forEach(grant -> grants.end(land.admin, grant.id()));
        }
    }

    @Test
    void two_of_the_same_name_both_become_members_with_addresses_of_their_own() {
        String name = Landscape.unheardOf("Kim");
        List<Outcome<Member>> outcomes =
                atTheSameMoment.all(
                        () -> admit(name, fresh()),
                        List.of(() -> admit(name, fresh()), () -> admit(name, fresh())));
        assertThat(outcomes).allMatch(Outcome::succeeded);
        assertThat(outcomes)
                .extracting(Outcome::result)
                .extracting(Member::slug)
                .doesNotHaveDuplicates();
    }

    @Test
    void one_e_mail_address_is_given_once() {
        Email email = fresh();
        List<Outcome<Member>> outcomes =
                atTheSameMoment.all(() -> admit("Kim", email), List.of(() -> admit("Toni", email)));
        expectOne(outcomes, "EMAIL_TAKEN");
    }

    @Test
    void units_bodies_and_groups_of_the_same_name_are_founded_at_the_same_moment() {
        String name = Landscape.unheardOf("Ort");
        List<Outcome<String>> outcomes =
                atTheSameMoment.all(
                        () -> unit(name).slug(),
                        List.of(
                                () -> unit(name).slug(),
                                () -> land.body(top, BodyKind.COMMITTEE).slug(),
                                () -> land.body(top, BodyKind.COMMITTEE).slug(),
                                () -> groups.found(land.person(), description(name, top)).slug(),
                                () -> groups.found(land.person(), description(name, top)).slug()));
        assertThat(outcomes).allMatch(Outcome::succeeded);
        assertThat(outcomes.subList(0, 2)).extracting(Outcome::result).doesNotHaveDuplicates();
        assertThat(outcomes.subList(2, 4)).extracting(Outcome::result).doesNotHaveDuplicates();
        assertThat(outcomes.subList(4, 6)).extracting(Outcome::result).doesNotHaveDuplicates();
    }

    @Test
    void nobody_is_at_home_in_two_units_of_a_tree() {
        Unit one = land.below(top, "Eins");
        Unit two = land.below(top, "Zwei");
        MemberId member = land.person();
        List<Outcome<Membership>> outcomes =
                atTheSameMoment.all(() -> begin(one, member), List.of(() -> begin(two, member)));
        expectOne(outcomes, "ALREADY_AT_HOME");
        assertThat(memberships.current(member)).hasSize(1);
    }

    /// Whoever has left is at home nowhere, whatever was decided meanwhile.
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whoever_leaves_while_a_move_is_accepted_has_left_or_has_moved(boolean leavesFirst) {
        Unit one = land.below(top, "Eins");
        Unit two = land.below(top, "Zwei");
        MemberId member = land.person();
        Membership home = land.at(one, member);
        HomeMoveId move = moves.ask(member, member, two.id()).id();
        Callable<Boolean> leave =
                () -> {
                    memberships.end(member, home.id(), land.today().minusDays(1));
                    return true;
                };
        Callable<Boolean> accept =
                () -> {
                    moves.accept(land.admin, move);
                    return true;
                };
        expectOne(
                leavesFirst
                        ? atTheSameMoment.all(leave, List.of(accept))
                        : atTheSameMoment.all(accept, List.of(leave)),
                "MEMBERSHIP_NOT_FOUND");
        assertThat(memberships.current(member)).hasSize(leavesFirst ? 0 : 1);
    }

    /// Whoever looks after a change was committed sees it, and what is seen never goes back.
    @Test
    void what_is_at_hand_is_never_older_than_the_last_commit() throws InterruptedException {
        Unit one = land.below(top, "0");
        MemberId member = land.person();
        land.elect(land.board(one), Landscape.CHAIR, member, land.today(), land.today());
        var done = new AtomicBoolean();
        List<Callable<Integer>> doings = new ArrayList<>();
        var committed = new AtomicInteger();
        doings.add(() -> {
            for (int name = 1; name <= 60; name++) {
                units.rename(
                        land.admin,
                        one.id(),
                        new Name(Integer.toString(name)),
                        null,
                        land.now(one).version());
                committed.set(name);
            }
            done.set(true);
            return 0;
        });
        for (int reader = 0; reader < 3; reader++) {
            doings.add(() -> {
                int last = 0;
                while (!done.get()) {
                    int atLeast = committed.get();
                    int seen = Integer.parseInt(land.now(one).name());
                    int reason = nameInReason(member, one);
                    assertThat(seen).isGreaterThanOrEqualTo(Math.max(atLeast, last));
                    assertThat(reason).isGreaterThanOrEqualTo(atLeast);
                    last = seen;
                }
                return nameInReason(member, one);
            });
        }
        try (var threads = Executors.newFixedThreadPool(doings.size())) {
            List<Integer> seen = threads.invokeAll(doings).stream().map(Future::resultNow).toList();
            assertThat(seen.subList(1, 4)).containsOnly(60);
        }
    }

    private static Election election(Body body, MemberId member, LocalDate from) {
        return new Election(
                body.id(),
                List.of(new Election.Elected(Landscape.CHAIR, member)),
                new Term(from, from.plusDays(5)),
                from,
                "Versammlung");
    }

    private int nameInReason(MemberId member, Unit one) {
        Reason reason =
                permissions.decide(member, Permission.ADMINISTER, one.id().subject()).reason();
        String seat = ((Spoken) reason.details().get(1)).in(Locale.GERMAN);
        return Integer.parseInt(seat.replaceAll("\\D", ""));
    }

    private Unit merge(Unit one, Unit other, String name) {
        return reforms.merge(
                land.admin, new MergeUnits(List.of(one.id(), other.id()), new Name(name)));
    }

    private Unit unit(String name) {
        return units.found(
                land.admin, new NewUnit(land.tree.id(), top.id(), 2, new Name(name), null));
    }

    private Membership begin(Unit unit, MemberId member) {
        return memberships.begin(
                land.admin,
                new NewMembership(
                        member, unit.id(), MembershipKind.FULL, Term.since(land.today())));
    }

    private Member admit(String name, Email email) {
        return members.admit(
                        land.admin, new NewMember(name, email, Right.WRITE), Subject.ASSOCIATION)
                .member();
    }

    private static Email fresh() {
        return new Email(UUID.randomUUID() + "@example.org");
    }

    private static GroupDescription description(String name, Unit unit) {
        return new GroupDescription(
                new Name(name), "", GroupKind.WORKING_GROUP, Admission.OPEN, List.of(unit.id()));
    }

    private UUID administrator(MemberId member) {
        return grants.give(
                        land.admin,
                        new NewGrant(
                                member,
                                Role.ADMINISTRATOR,
                                Subject.ASSOCIATION,
                                Term.since(land.today())))
                .grant()
                .id();
    }

    private static void expectOne(List<? extends Outcome<?>> outcomes, String refusal) {
        assertThat(outcomes.stream().filter(Outcome::succeeded)).hasSize(1);
        assertThat(outcomes.stream().flatMap(each -> each.refusal().stream()))
                .containsExactly(refusal);
    }
}
