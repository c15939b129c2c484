package org.rotfaden.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rotfaden.MovableClock;
import org.rotfaden.WorkspaceTest;
import org.rotfaden.association.Name;
import org.rotfaden.association.Term;
import org.rotfaden.members.ExplicitGrants;
import org.rotfaden.members.NewGrant;
import org.rotfaden.organisation.bodies.Body;
import org.rotfaden.organisation.bodies.Office;
import org.rotfaden.organisation.bodies.Offices;
import org.rotfaden.organisation.groups.Admission;
import org.rotfaden.organisation.groups.GroupDescription;
import org.rotfaden.organisation.groups.GroupKind;
import org.rotfaden.organisation.groups.WorkingGroup;
import org.rotfaden.organisation.groups.WorkingGroups;
import org.rotfaden.organisation.memberships.EndedBecause;
import org.rotfaden.organisation.memberships.Membership;
import org.rotfaden.organisation.memberships.MembershipCorrections;
import org.rotfaden.organisation.memberships.MembershipKind;
import org.rotfaden.organisation.memberships.Memberships;
import org.rotfaden.organisation.memberships.NewMembership;
import org.rotfaden.organisation.rules.Rule;
import org.rotfaden.organisation.units.MergeUnits;
import org.rotfaden.organisation.units.Unit;
import org.rotfaden.organisation.units.UnitReforms;
import org.rotfaden.security.Holder;
import org.rotfaden.security.MemberId;
import org.rotfaden.security.NotPermitted;
import org.rotfaden.security.Permission;
import org.rotfaden.security.Permissions;
import org.rotfaden.security.Role;
import org.rotfaden.security.Subject;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// Memberships end, are taken up again, and what comes of it for everything else that somebody may.
@WorkspaceTest
class LeavingTests {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final LocalDate DAY = LocalDate.of(2027, 6, 15);

    @Autowired private ApplicationContext workspace;
    @Autowired private MovableClock clock;
    @Autowired private Memberships memberships;
    @Autowired private MembershipCorrections corrections;
    @Autowired private Permissions permissions;
    @Autowired private ExplicitGrants grants;
    @Autowired private Offices offices;
    @Autowired private WorkingGroups groups;
    @Autowired private UnitReforms reforms;
    @Autowired private JdbcClient jdbc;
    @Autowired private TransactionTemplate transaction;

    private Landscape land;
    private Unit unit;
    private MemberId dilek;

    @BeforeEach
    void a_member_in_june() {
        clock.show(DAY.atTime(12, 0), BERLIN);
        land = new Landscape(workspace);
        unit = land.top("Bund");
        dilek = land.person(DAY.minusYears(30));
    }

    @Test
    void to_end_a_membership_never_makes_it_longer() {
        LocalDate december = LocalDate.of(2027, 12, 31);
        Membership guest = land.at(unit, dilek, new Term(DAY, december));
        memberships.end(dilek, guest.id(), LocalDate.of(2099, 1, 1));
        assertThat(now(guest).term().lastDay()).isEqualTo(december);
        memberships.end(dilek, guest.id(), DAY.plusDays(5));
        assertThat(now(guest).term().lastDay()).isEqualTo(DAY.plusDays(5));
        memberships.end(land.admin, guest.id(), december);
        assertThat(now(guest).term().lastDay()).isEqualTo(DAY.plusDays(5));
        assertThat(now(guest).because()).isEqualTo(EndedBecause.LEFT);
    }

    @Test
    void nobody_escapes_an_age_limit_by_leaving_later() {
        land.rule(unit, Rule.AGE_LIMIT, "35", DAY);
        Membership home = land.at(unit, dilek);
        memberships.end(dilek, home.id(), LocalDate.of(2099, 1, 1));
        assertThat(now(home)).isEqualTo(home);
        land.rule(unit, Rule.AGE_LIMIT, "32", DAY);
        assertThat(now(home).term().lastDay()).isEqualTo(DAY.plusYears(2).minusDays(1));
    }

    @Test
    void an_end_is_taken_back_exactly() {
        Membership limited = land.at(unit, dilek, new Term(DAY, DAY.plusMonths(6)));
        memberships.end(land.admin, limited.id(), DAY.plusMonths(2));
        memberships.end(land.admin, limited.id(), DAY.minusDays(1));
        assertThat(memberships.current(dilek)).isEmpty();
        corrections.continueAgain(land.admin, limited.id());
        assertThat(now(limited)).isEqualTo(limited);
    }

    @Test
    void who_leaves_takes_that_back_herself_the_same_day() {
        Membership home = land.at(unit, dilek);
        memberships.end(dilek, home.id(), DAY.minusDays(1));
        assertThat(seesNames(dilek)).isFalse();
        assertThat(corrections.leftToday(dilek))
                .extracting(Membership::id)
                .containsExactly(home.id());
        corrections.continueAgain(dilek, home.id());
        assertThat(corrections.leftToday(dilek)).isEmpty();
        assertThat(now(home)).isEqualTo(home);
        assertThat(seesNames(dilek)).isTrue();
        memberships.end(land.admin, home.id(), DAY.minusDays(1));
        assertThatThrownBy(() -> corrections.continueAgain(dilek, home.id()))
                .isInstanceOf(NotPermitted.class);
    }

    @Test
    void an_end_written_down_before_today_stands() {
        Membership home = land.at(unit, dilek);
        memberships.end(dilek, home.id(), DAY.plusMonths(1));
        clock.show(DAY.plusDays(1).atTime(12, 0), BERLIN);
        for (MemberId by : List.of(dilek, land.admin)) {
            assertThatThrownBy(() -> corrections.continueAgain(by, home.id()))
                    .hasMessage("TOO_LATE_TO_CONTINUE");
        }
        assertThat(now(home).term().lastDay()).isEqualTo(DAY.plusMonths(1));
    }

    @Test
    void taken_back_is_the_end_of_today_and_not_the_one_before() {
        Membership home = land.at(unit, dilek);
        memberships.end(dilek, home.id(), DAY.plusMonths(1));
        clock.show(DAY.plusDays(1).atTime(12, 0), BERLIN);
        memberships.end(land.admin, home.id(), DAY.plusDays(3));
        corrections.continueAgain(land.admin, home.id());
        assertThat(now(home).term().lastDay()).isEqualTo(DAY.plusMonths(1));
        assertThat(now(home).because()).isEqualTo(EndedBecause.LEFT);
    }

    @Test
    void no_membership_goes_on_in_a_unit_that_is_no_more_nor_beside_another_home() {
        Unit one = land.below(unit, "Eins");
        Unit two = land.below(unit, "Zwei");
        MemberId emil = land.person();
        Membership merged = land.at(one, dilek);
        Membership left = land.at(one, emil);
        memberships.end(emil, left.id(), DAY.minusDays(1));
        reforms.merge(land.admin, new MergeUnits(List.of(one.id(), two.id()), new Name("Beide")));
        assertThatThrownBy(() -> corrections.continueAgain(land.admin, merged.id()))
                .hasMessage("UNIT_ENDED");
        assertThatThrownBy(() -> corrections.continueAgain(emil, left.id()))
                .hasMessage("UNIT_ENDED");
    }

    @Test
    void no_membership_goes_on_beside_another_home() {
        Membership home = land.at(unit, dilek);
        memberships.end(dilek, home.id(), DAY.minusDays(1));
        land.at(land.below(unit, "Land"), dilek);
        assertThatThrownBy(() -> corrections.continueAgain(land.admin, home.id()))
                .hasMessage("ALREADY_AT_HOME");
    }

    @Test
    void a_membership_goes_on_as_long_as_the_age_limit_of_now_allows() {
        Membership home = land.at(unit, dilek);
        memberships.end(dilek, home.id(), DAY.minusDays(1));
        land.rule(unit, Rule.AGE_LIMIT, "35", DAY);
        corrections.continueAgain(dilek, home.id());
        assertThat(now(home).term().lastDay()).isEqualTo(DAY.plusYears(5).minusDays(1));
        assertThat(now(home).because()).isEqualTo(EndedBecause.AGE_LIMIT);
    }

    @Test
    void roles_of_whoever_left_rest_at_once_until_she_is_a_member_again() {
        Membership home = land.at(unit, dilek);
        Body board = land.board(unit);
        land.elect(board, Landscape.CHAIR, dilek, DAY, DAY.plusYears(1));
        give(dilek, Role.ADMINISTRATOR, land.below(unit, "Land").id().subject());
        WorkingGroup group = found(Admission.INVITED);
        List<Subject> places =
                List.of(unit.id().subject(), board.id().subject(), group.id().subject());
        assertThat(places).allMatch(place -> mayWrite(dilek, place));
        assertThat(holders(unit)).contains(dilek);

        memberships.end(dilek, home.id(), DAY.minusDays(1));
        assertThat(places).noneMatch(place -> mayWrite(dilek, place));
        assertThat(permissions.grantsOf(dilek))
                .singleElement()
                .satisfies(grant -> assertThat(grant.role()).isEqualTo(Role.OWNER));
        assertThat(
                        permissions
                                .decide(dilek, Permission.ADMINISTER, unit.id().subject())
                                .reason()
                                .code())
                .isEqualTo("HAS_LEFT");
        assertThat(holders(unit)).doesNotContain(dilek);
        assertThat(groups.find(dilek, group.id())).isEmpty();
        assertThat(offices.in(board.id())).extracting(Office::member).contains(dilek);

        clock.show(DAY.plusDays(10).atTime(12, 0), BERLIN);
        land.at(unit, dilek);
        assertThat(places).allMatch(place -> mayWrite(dilek, place));
        assertThat(holders(unit)).contains(dilek);
    }

    @Test
    void whoever_has_another_home_or_never_had_one_has_not_left() {
        Unit elsewhere = new Landscape(workspace).top("Jugend");
        Membership home = land.at(unit, dilek);
        land.at(elsewhere, dilek);
        memberships.end(dilek, home.id(), DAY.minusDays(1));
        assertThat(permissions.hasLeft(dilek)).isFalse();

        MemberId emil = land.person();
        Membership planned = land.at(unit, emil, Term.since(DAY.plusDays(3)));
        assertThat(permissions.hasLeft(emil)).isFalse();
        memberships.end(land.admin, planned.id(), DAY.minusDays(1));
        clock.show(DAY.plusDays(5).atTime(12, 0), BERLIN);
        assertThat(permissions.hasLeft(emil)).as("called off before it began").isFalse();
    }

    @Test
    void a_membership_that_was_taken_back_never_was() {
        Membership begun = land.at(unit, dilek);
        assertThat(seesNames(dilek)).isTrue();
        assertThatThrownBy(() -> corrections.takeBack(dilek, begun.id()))
                .isInstanceOf(NotPermitted.class);
        corrections.takeBack(land.admin, begun.id());
        assertThat(seesNames(dilek)).isFalse();
        assertThat(permissions.hasLeft(dilek)).isFalse();
        assertThat(permissions.allows(dilek, Permission.FOUND_GROUPS, Subject.ASSOCIATION))
                .isTrue();
        Membership earlier = land.at(unit, dilek, Term.since(DAY.minusDays(1)));
        assertThatThrownBy(() -> corrections.takeBack(land.admin, earlier.id()))
                .hasMessage("MEMBERSHIP_NOT_FOUND");
    }

    @Test
    void a_host_who_left_keeps_no_group() {
        Membership home = land.at(unit, dilek);
        WorkingGroup group = found(Admission.OPEN);
        MemberId emil = land.person();
        groups.join(emil, group.id());
        groups.makeHost(dilek, group.id(), emil);
        memberships.end(dilek, home.id(), DAY.minusDays(1));
        assertThat(groups.hosts(group.id())).containsExactly(emil);
        assertThatThrownBy(() -> groups.leave(emil, group.id(), emil)).hasMessage("LAST_HOST");
        assertThatThrownBy(() -> groups.hostNoLonger(emil, group.id(), emil))
                .hasMessage("LAST_HOST");
        groups.archive(emil, group.id());
        assertThatThrownBy(() -> groups.reopen(dilek, group.id())).hasMessage("GROUP_NOT_FOUND");
    }

    @Test
    void where_no_host_is_left_whoever_administers_the_group_makes_one() {
        Membership home = land.at(unit, dilek);
        WorkingGroup group = found(Admission.OPEN);
        MemberId emil = land.person();
        groups.join(emil, group.id());
        assertThatThrownBy(() -> groups.makeHost(land.admin, group.id(), emil))
                .isInstanceOf(NotPermitted.class);
        memberships.end(dilek, home.id(), DAY.minusDays(1));
        assertThatThrownBy(() -> groups.makeHost(emil, group.id(), emil))
                .isInstanceOf(NotPermitted.class);
        groups.makeHost(land.admin, group.id(), emil);
        assertThat(groups.hosts(group.id())).containsExactly(emil);
    }

    /// Whoever has no home has no office either: a branch could put those above it out of office.
    @Test
    void nobody_ends_the_last_home_of_those_whose_office_she_could_not_end() {
        Unit branch = land.below(unit, "Ortsverein");
        MemberId chair = land.chairOf(branch);
        MemberId chairAbove = land.chairOf(unit);
        Membership home = land.at(branch, chairAbove);
        assertThatThrownBy(() -> memberships.end(chair, home.id(), DAY))
                .isInstanceOf(NotPermitted.class);
        assertThat(memberships.current(chairAbove)).containsExactly(home);
        MemberId homeless = land.chairOf(unit);
        var over = new Term(DAY.minusDays(3), DAY.minusDays(1));
        assertThatThrownBy(() ->
                        memberships.begin(
                                chair,
                                new NewMembership(
                                        homeless, branch.id(), MembershipKind.GUEST, over)))
                .isInstanceOf(NotPermitted.class);
        Membership other = land.at(branch, dilek);
        memberships.end(chair, other.id(), DAY.minusDays(1));
        assertThat(memberships.current(dilek)).isEmpty();
        memberships.end(land.admin, home.id(), DAY.minusDays(1));
        assertThat(permissions.allows(chairAbove, Permission.ADMINISTER, unit.id().subject()))
                .isFalse();
    }

    @Test
    void the_last_who_administers_and_the_last_who_operates_do_not_leave() {
        Membership home = land.at(unit, dilek);
        for (Role role : List.of(Role.ADMINISTRATOR, Role.OPERATOR)) {
            transaction.executeWithoutResult(test -> {
                test.setRollbackOnly();
                give(dilek, role, Subject.ASSOCIATION);
                onlyOneIs(role, dilek);
                assertThatThrownBy(() -> memberships.end(dilek, home.id(), DAY.plusDays(9)))
                        .hasMessage("LAST_ADMINISTRATOR");
            });
        }
        memberships.end(dilek, home.id(), DAY.minusDays(1));
    }

    @Test
    void who_has_left_or_will_does_not_count_as_one_who_administers() {
        Membership home = land.at(unit, dilek);
        give(dilek, Role.ADMINISTRATOR, Subject.ASSOCIATION);
        memberships.end(dilek, home.id(), DAY.plusDays(9));
        transaction.executeWithoutResult(test -> {
            test.setRollbackOnly();
            jdbc.sql("delete from explicit_grant where role = ? and member_id not in (?, ?)")
                    .params(Role.ADMINISTRATOR.name(), dilek.value(), land.admin.value())
                    .update();
            var hers =
                    grants.at(Subject.ASSOCIATION).stream()
                            .filter(grant -> grant.member().equals(land.admin))
                            .filter(grant -> grant.role() == Role.ADMINISTRATOR)
                            .findFirst()
                            .orElseThrow();
            assertThatThrownBy(() -> grants.end(land.admin, hers.id()))
                    .hasMessage("LAST_ADMINISTRATOR");
        });
    }

    private void onlyOneIs(Role role, MemberId member) {
        jdbc.sql("delete from explicit_grant where role = ? and member_id <> ?")
                .params(role.name(), member.value())
                .update();
    }

    private void give(MemberId member, Role role, Subject where) {
        grants.give(land.admin, new NewGrant(member, role, where, Term.since(DAY)));
    }

    private WorkingGroup found(Admission admission) {
        return groups.found(
                dilek,
                new GroupDescription(
                        new Name("Kreis"), "", GroupKind.WORKING_GROUP, admission, List.of()));
    }

    private List<MemberId> holders(Unit one) {
        return permissions.holdersAt(one.id().subject()).stream().map(Holder::member).toList();
    }

    private boolean mayWrite(MemberId member, Subject place) {
        return permissions.allows(member, Permission.ACT_FOR, place);
    }

    private boolean seesNames(MemberId member) {
        return permissions.allows(member, Permission.SEE_MEMBERS, unit.id().subject());
    }

    private Membership now(Membership membership) {
        return memberships.of(membership.member()).stream()
                .filter(known -> known.id().equals(membership.id()))
                .findFirst()
                .orElseThrow();
    }
}
