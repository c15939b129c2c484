package org.rotfaden.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.rotfaden.MovableClock;
import org.rotfaden.WorkspaceTest;
import org.rotfaden.association.Name;
import org.rotfaden.association.Term;
import org.rotfaden.members.ExplicitGrants;
import org.rotfaden.members.NewGrant;
import org.rotfaden.organisation.groups.Admission;
import org.rotfaden.organisation.groups.GroupDescription;
import org.rotfaden.organisation.groups.GroupKind;
import org.rotfaden.organisation.groups.WorkingGroup;
import org.rotfaden.organisation.groups.WorkingGroups;
import org.rotfaden.organisation.memberships.HomeMoves;
import org.rotfaden.organisation.memberships.Membership;
import org.rotfaden.organisation.memberships.MembershipCorrections;
import org.rotfaden.organisation.memberships.Memberships;
import org.rotfaden.organisation.rules.NewRule;
import org.rotfaden.organisation.rules.Rule;
import org.rotfaden.organisation.rules.Rules;
import org.rotfaden.organisation.units.Unit;
import org.rotfaden.organisation.units.UnitReforms;
import org.rotfaden.organisation.units.Units;
import org.rotfaden.security.Grant;
import org.rotfaden.security.MemberId;
import org.rotfaden.security.NotPermitted;
import org.rotfaden.security.Permissions;
import org.rotfaden.security.Role;
import org.rotfaden.security.Subject;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// Whatever ends somebody's last home asks whether those may do it who do it, and whether somebody
/// is left who administers the association.
@WorkspaceTest
class LastHomesTests {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final LocalDate DAY = LocalDate.of(2027, 6, 15);

    /// All that ends the home of somebody who is thirty.
    enum Change {
        A_RULE_FROM_TODAY,
        A_RULE_FROM_TOMORROW,
        A_RULE_FROM_NEXT_SPRING,
        A_DATE_OF_BIRTH,
        A_DISSOLVED_UNIT,
        A_MOVED_UNIT,
        A_MOVED_HOME
    }

    @Autowired private ApplicationContext workspace;
    @Autowired private MovableClock clock;
    @Autowired private Memberships memberships;
    @Autowired private MembershipCorrections corrections;
    @Autowired private HomeMoves moves;
    @Autowired private Permissions permissions;
    @Autowired private ExplicitGrants grants;
    @Autowired private WorkingGroups groups;
    @Autowired private Rules rules;
    @Autowired private Units units;
    @Autowired private UnitReforms reforms;
    @Autowired private JdbcClient jdbc;
    @Autowired private TransactionTemplate transaction;

    private Landscape land;
    private Unit unit;
    private Unit branch;
    private Unit local;
    private Unit home;
    private Unit strict;
    private MemberId dilek;

    /// Dilek is at home where no age limit is near; above it and beside it one is.
    @BeforeEach
    void a_member_of_a_branch() {
        clock.show(DAY.atTime(12, 0), BERLIN);
        land = new Landscape(workspace);
        unit = land.top("Bund");
        branch = land.below(unit, "Land");
        local = land.below(branch, "Kreis");
        home = land.below(local, "Ort");
        strict = land.below(branch, "Streng");
        limit(land.admin, local, 20, DAY);
        limit(land.admin, home, 99, DAY);
        rules.set(
                land.admin,
                new NewRule(strict.id(), Rule.AGE_LIMIT, DAY.plusDays(1), "20", "§ 1", false));
        dilek = land.person(DAY.minusYears(30));
    }

    @ParameterizedTest
    @EnumSource
    void a_branch_puts_nobody_out_of_an_office_above_it(Change change) {
        MemberId chair = land.chairOf(branch);
        Membership hers = land.at(home, dilek);
        land.elect(land.board(unit), Landscape.CHAIR, dilek, DAY, DAY.plusYears(1));
        assertThatThrownBy(() -> make(change, chair)).isInstanceOf(NotPermitted.class);
        assertThat(memberships.current(dilek)).containsExactly(hers);
        assertThatCode(() -> make(change, land.admin)).doesNotThrowAnyException();
        assertThat(memberships.of(dilek))
                .allSatisfy(ended -> assertThat(ended.term().isOverOn(DAY.plusYears(1))).isTrue());
    }

    @ParameterizedTest
    @EnumSource
    void the_last_who_administers_stays(Change change) {
        land.at(home, dilek);
        grants.give(land.admin, administrator(dilek));
        alone(
                () ->
                        assertThatThrownBy(() -> make(change, dilek))
                                .hasMessage("LAST_ADMINISTRATOR"),
                dilek);
    }

    @Test
    void the_last_two_who_administer_go_neither_together_nor_one_after_the_other() {
        MemberId emil = land.person(DAY.minusYears(30));
        Unit other = land.below(local, "Anderer Ort");
        limit(land.admin, other, 99, DAY);
        land.at(home, dilek);
        land.at(other, emil);
        grants.give(land.admin, administrator(dilek));
        grants.give(land.admin, administrator(emil));
        for (Unit above : List.of(branch, unit)) {
            alone(
                    () ->
                            assertThatThrownBy(() ->
                                            rules.set(
                                                    dilek,
                                                    new NewRule(
                                                            above.id(),
                                                            Rule.AGE_LIMIT,
                                                            DAY.plusDays(1),
                                                            "20",
                                                            "§ 1",
                                                            false)))
                                    .hasMessage("LAST_ADMINISTRATOR"),
                    dilek,
                    emil);
        }
        alone(
                () -> {
                    limit(dilek, home, 20, DAY.plusDays(1));
                    assertThatThrownBy(() -> limit(emil, other, 20, DAY.plusDays(1)))
                            .hasMessage("LAST_ADMINISTRATOR");
                },
                dilek,
                emil);
        alone(
                () -> {
                    limit(dilek, home, 20, DAY.plusDays(1));
                    assertThatThrownBy(() -> layDown(emil)).hasMessage("LAST_ADMINISTRATOR");
                },
                dilek,
                emil);
        alone(
                () -> {
                    limit(dilek, home, 20, DAY.plusDays(1));
                    Membership his = memberships.current(emil).getFirst();
                    assertThatThrownBy(() -> memberships.end(emil, his.id(), DAY.plusDays(1)))
                            .hasMessage("LAST_ADMINISTRATOR");
                },
                dilek,
                emil);
    }

    @Test
    void an_age_that_is_reached_in_many_years_ends_no_office_yet() {
        MemberId chair = land.chairOf(branch);
        land.at(home, dilek);
        grants.give(land.admin, administrator(dilek));
        alone(
                () -> {
                    limit(chair, home, 35, DAY);
                    limit(dilek, home, 32, DAY);
                    assertThat(endOf(dilek)).isEqualTo(DAY.plusYears(2).minusDays(1));
                },
                dilek,
                chair);
    }

    @Test
    void who_only_grows_older_is_not_asked_about() {
        land.at(home, dilek);
        limit(land.admin, home, 31, DAY);
        grants.give(land.admin, administrator(dilek));
        MemberId older = land.person(DAY.minusYears(31).plusDays(60));
        land.at(home, older);
        alone(
                () -> {
                    clock.show(DAY.plusMonths(1).atTime(12, 0), BERLIN);
                    limit(dilek, home, 31, DAY.plusMonths(1));
                    limit(dilek, home, 32, DAY.plusMonths(1));
                    grants.give(dilek, administrator(older));
                    layDown(older);
                    assertThatThrownBy(() -> layDown(dilek)).hasMessage("LAST_ADMINISTRATOR");
                },
                dilek);
    }

    @Test
    void a_day_that_was_written_down_is_not_brought_nearer_without_authority_either() {
        MemberId chair = land.chairOf(branch);
        Membership hers = land.at(home, dilek);
        land.elect(land.board(unit), Landscape.CHAIR, dilek, DAY, DAY.plusYears(1));
        memberships.end(dilek, hers.id(), DAY.plusMonths(3));
        assertThatThrownBy(() -> memberships.end(chair, hers.id(), DAY.plusDays(1)))
                .isInstanceOf(NotPermitted.class);
        limit(chair, home, 20, DAY.plusMonths(6));
        assertThat(endOf(dilek)).isEqualTo(DAY.plusMonths(3));
    }

    @Test
    void no_membership_is_taken_back_from_those_who_had_left_and_hold_what_is_above() {
        MemberId chair = land.chairOf(branch);
        land.at(home, dilek, new Term(DAY.minusDays(9), DAY.minusDays(2)));
        Membership again = land.at(home, dilek);
        grants.give(land.admin, administrator(dilek));
        assertThatThrownBy(() -> corrections.takeBack(chair, again.id()))
                .isInstanceOf(NotPermitted.class);
        alone(
                () ->
                        assertThatThrownBy(() -> corrections.takeBack(dilek, again.id()))
                                .hasMessage("LAST_ADMINISTRATOR"),
                dilek);
        corrections.takeBack(land.admin, again.id());
    }

    @Test
    void a_membership_that_an_age_limit_ends_on_its_first_day_leaves_no_role() {
        land.at(home, dilek);
        MemberId emil = land.person(DAY.minusYears(30));
        Membership his = land.at(home, emil);
        WorkingGroup group =
                groups.found(
                        land.admin,
                        new GroupDescription(
                                new Name("Kreis"),
                                "",
                                GroupKind.WORKING_GROUP,
                                Admission.OPEN,
                                List.of()));
        for (MemberId member : List.of(dilek, emil)) {
            groups.join(member, group.id());
            grants.give(
                    land.admin,
                    new NewGrant(
                            member, Role.ADMINISTRATOR, branch.id().subject(), Term.since(DAY)));
        }
        corrections.correctBorn(land.admin, dilek, DAY.minusYears(100));
        memberships.end(land.admin, his.id(), DAY.minusDays(1));
        for (MemberId member : List.of(dilek, emil)) {
            assertThat(permissions.hasLeft(member)).isTrue();
            assertThat(rolesOf(member)).containsExactly(Role.OWNER);
        }
        corrections.correctBorn(land.admin, dilek, DAY.minusYears(30));
        assertThat(rolesOf(dilek)).contains(Role.ADMINISTRATOR, Role.GROUP_MEMBER);
    }

    @Test
    void a_membership_that_was_called_off_before_it_began_changes_no_role() {
        List<Role> before = rolesOf(dilek);
        Membership planned = land.at(home, dilek, Term.since(DAY.plusDays(3)));
        memberships.end(land.admin, planned.id(), DAY);
        assertThat(rolesOf(dilek)).isEqualTo(before);
        land.at(home, dilek, Term.since(DAY.plusDays(3)));
        corrections.correctBorn(land.admin, dilek, DAY.minusYears(100));
        assertThat(rolesOf(dilek)).isEqualTo(before);
    }

    private void make(Change change, MemberId by) {
        switch (change) {
            case A_RULE_FROM_TODAY -> limit(by, home, 20, DAY);
            case A_RULE_FROM_TOMORROW -> limit(by, home, 20, DAY.plusDays(1));
            case A_RULE_FROM_NEXT_SPRING -> limit(by, home, 20, DAY.plusMonths(10));
            case A_DATE_OF_BIRTH -> corrections.correctBorn(by, dilek, DAY.minusYears(100));
            case A_DISSOLVED_UNIT -> reforms.dissolve(by, home.id(), land.now(home).version());
            case A_MOVED_UNIT -> units.move(by, home.id(), strict.id(), land.now(home).version());
            case A_MOVED_HOME -> moves.ask(by, dilek, strict.id());
        }
    }

    private void limit(MemberId by, Unit where, int age, LocalDate from) {
        rules.set(
                by,
                new NewRule(where.id(), Rule.AGE_LIMIT, from, String.valueOf(age), "§ 1", true));
    }

    /// While nobody else administers the association; afterwards all is as it was.
    private void alone(Runnable act, MemberId... administrators) {
        transaction.executeWithoutResult(test -> {
            test.setRollbackOnly();
            new OtherAdministrators(jdbc, administrators).setAside();
            act.run();
        });
    }

    private static NewGrant administrator(MemberId member) {
        return new NewGrant(member, Role.ADMINISTRATOR, Subject.ASSOCIATION, Term.since(DAY));
    }

    private void layDown(MemberId member) {
        grants.at(Subject.ASSOCIATION).stream()
                .filter(grant -> grant.member().equals(member))
                .filter(grant -> grant.role() == Role.ADMINISTRATOR)
                .forEach(grant -> grants.end(member, grant.id()));
    }

    private LocalDate endOf(MemberId member) {
        return memberships.of(member).getFirst().term().end().orElseThrow();
    }

    private List<Role> rolesOf(MemberId member) {
        return permissions.grantsOf(member).stream().map(Grant::role).toList();
    }
}
