package org.rotfaden.members;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rotfaden.Association;
import org.rotfaden.WorkspaceTest;
import org.rotfaden.association.Conflict;
import org.rotfaden.association.Term;
import org.rotfaden.motions.MotionCatalogue;
import org.rotfaden.motions.MotionQuery;
import org.rotfaden.motions.MotionSummary;
import org.rotfaden.organisation.Landscape;
import org.rotfaden.organisation.units.Unit;
import org.rotfaden.organisation.units.UnitReforms;
import org.rotfaden.security.MemberId;
import org.rotfaden.security.NotPermitted;
import org.rotfaden.security.Permission;
import org.rotfaden.security.Permissions;
import org.rotfaden.security.Reason;
import org.rotfaden.security.Role;
import org.rotfaden.security.Subject;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@WorkspaceTest
class ExplicitGrantsTests {

    @Autowired private ApplicationContext workspace;
    @Autowired private Association association;
    @Autowired private ExplicitGrants grants;
    @Autowired private GrantCorrections corrections;
    @Autowired private Permissions permissions;
    @Autowired private MotionCatalogue motions;
    @Autowired private JdbcClient jdbc;
    @Autowired private TransactionTemplate transaction;
    private MemberId anna;
    private Landscape land;

    @BeforeEach
    void lookAround() {
        anna = association.anna().id();
        land = new Landscape(workspace);
    }

    /// Whoever could change the executive committee alone could make herself chair of the unit.
    @Test
    void nobody_administers_a_body_alone() {
        Unit unit = land.top("Kreis");
        Subject board = land.board(unit).id().subject();
        MemberId person = land.person();
        Term term = Term.since(land.today());
        assertThatThrownBy(() -> give(anna, person, Role.ADMINISTRATOR, board, term))
                .hasMessage("ROLE_CANNOT_BE_GIVEN");
    }

    @Test
    void no_role_is_given_where_only_history_is_left() {
        Unit top = land.top("Oben");
        Unit ended = land.below(top, "Aufgelöst");
        Subject board = land.board(ended).id().subject();
        MemberId person = land.person();
        Term term = Term.since(land.today());
        jdbc.sql("update body set from_day = from_day - 1 where id = ?").param(board.id()).update();
        workspace.getBean(UnitReforms.class).dissolve(anna, ended.id(), ended.version());
        for (Role role : List.of(Role.ADMINISTRATOR, Role.WRITER, Role.READER)) {
            assertThatThrownBy(() -> give(anna, person, role, ended.id().subject(), term))
                    .hasMessage("UNIT_ENDED");
        }
        assertThatThrownBy(() -> give(anna, person, Role.READER, board, term))
                .hasMessage("BODY_ENDED");
    }

    @Test
    void a_right_that_is_given_says_until_when() {
        Unit unit = land.top("Oben");
        MemberId person = land.person();
        LocalDate last = land.today().plusMonths(3);
        give(anna, person, Role.ADMINISTRATOR, unit.id().subject(), new Term(land.today(), last));
        assertThat(permissions.decide(person, Permission.ADMINISTER, unit.id().subject()).reason())
                .isEqualTo(new Reason("GRANTED_ADMINISTRATOR_UNTIL", last));
        assertThat(permissions.grantFor(person, Permission.ADMINISTER, unit.id().subject()))
                .hasValueSatisfying(
                        grant -> assertThat(grant.where()).isEqualTo(unit.id().subject()));
    }

    @Test
    void a_right_given_again_has_the_new_term_and_is_one_right() {
        Unit unit = land.top("Oben");
        MemberId person = land.person();
        LocalDate last = land.today().plusDays(10);
        give(anna, person, Role.WRITER, unit.id().subject(), Term.since(land.today()));
        give(anna, person, Role.WRITER, unit.id().subject(), new Term(land.today(), last));
        assertThat(grants.at(unit.id().subject()))
                .singleElement()
                .satisfies(grant -> assertThat(grant.term().end()).contains(last));
    }

    @Test
    void nobody_gives_upward_or_sideways() {
        Unit top = land.top("Oben");
        Unit left = land.below(top, "Links");
        Unit below = land.below(left, "Darunter");
        Unit right = land.below(top, "Rechts");
        MemberId chair = land.chairOf(left);
        MemberId person = land.person();
        Term term = Term.since(land.today());
        give(chair, person, Role.ADMINISTRATOR, left.id().subject(), term);
        give(chair, person, Role.ADMINISTRATOR, below.id().subject(), term);
        for (Subject elsewhere :
                List.of(top.id().subject(), right.id().subject(), Subject.ASSOCIATION)) {
            assertThatThrownBy(() -> give(chair, chair, Role.ADMINISTRATOR, elsewhere, term))
                    .isInstanceOf(NotPermitted.class);
            assertThatThrownBy(() -> give(person, person, Role.WRITER, elsewhere, term))
                    .isInstanceOf(NotPermitted.class);
        }
        for (MemberId somebody : List.of(chair, person)) {
            assertThatThrownBy(() ->
                            give(somebody, somebody, Role.OPERATOR, Subject.ASSOCIATION, term))
                    .isInstanceOf(NotPermitted.class);
            assertThatThrownBy(() ->
                            give(somebody, somebody, Role.OPERATOR, left.id().subject(), term))
                    .isInstanceOf(NotPermitted.class);
        }
    }

    @Test
    void only_those_who_could_give_a_right_end_it_and_whoever_has_it_lays_it_down() {
        Unit unit = land.top("Oben");
        MemberId person = land.person();
        ExplicitGrant given =
                give(
                        anna,
                        person,
                        Role.ADMINISTRATOR,
                        unit.id().subject(),
                        Term.since(land.today()));
        assertThatThrownBy(() -> grants.end(association.bekir().id(), given.id()))
                .as("whoever does not even see it")
                .hasMessage("GRANT_NOT_FOUND");
        grants.end(person, given.id());
        assertThat(permissions.allows(person, Permission.ADMINISTER, unit.id().subject()))
                .isFalse();
        assertThatThrownBy(() -> grants.end(person, given.id())).hasMessage("GRANT_NOT_FOUND");
    }

    @Test
    void the_last_who_administers_and_the_last_who_operates_stay() {
        transaction.executeWithoutResult(test -> {
            test.setRollbackOnly();
            for (Role role : List.of(Role.ADMINISTRATOR, Role.OPERATOR)) {
                jdbc.sql("delete from explicit_grant where role = ? and member_id <> ?")
                        .params(role.name(), anna.value())
                        .update();
                ExplicitGrant last =
                        grants.at(Subject.ASSOCIATION).stream()
                                .filter(grant -> grant.role() == role)
                                .findFirst()
                                .orElseThrow();
                assertThatThrownBy(() -> grants.end(anna, last.id()))
                        .hasMessage("LAST_ADMINISTRATOR");
            }
        });
    }

    /// Else the association would be nobody's on the day after.
    @Test
    void the_last_who_administers_does_not_get_an_end_nor_a_later_beginning() {
        LocalDate today = land.today();
        for (Term term :
                List.of(new Term(today, today.plusYears(1)), Term.since(today.plusDays(1)))) {
            transaction.executeWithoutResult(test -> {
                test.setRollbackOnly();
                jdbc.sql("delete from explicit_grant where role = ? and member_id <> ?")
                        .params(Role.ADMINISTRATOR.name(), anna.value())
                        .update();
                assertThatThrownBy(() ->
                                give(anna, anna, Role.ADMINISTRATOR, Subject.ASSOCIATION, term))
                        .hasMessage("LAST_ADMINISTRATOR");
            });
        }
    }

    @Test
    void what_was_given_is_taken_back_only_while_it_stands() {
        Subject unit = land.top("Oben").id().subject();
        MemberId emil = land.person();
        Term first = new Term(land.today(), land.today().plusDays(3));
        give(anna, emil, Role.WRITER, unit, first);
        var forEver = new NewGrant(emil, Role.WRITER, unit, Term.since(land.today()));
        corrections.takeBack(anna, grants.give(anna, forEver));
        assertThat(grants.at(unit))
                .singleElement()
                .satisfies(grant -> assertThat(grant.term()).isEqualTo(first));
        Given again = grants.give(anna, forEver);
        grants.end(emil, again.grant().id());
        assertThatThrownBy(() -> corrections.takeBack(anna, again)).hasMessage("GRANT_NOT_FOUND");
        assertThat(grants.at(unit)).isEmpty();
    }

    @Test
    void what_was_ended_is_given_again_unless_somebody_has_given_it_anew() {
        Subject unit = land.top("Oben").id().subject();
        MemberId emil = land.person();
        Term first = new Term(land.today(), land.today().plusDays(3));
        ExplicitGrant ended = give(anna, emil, Role.WRITER, unit, first);
        grants.end(anna, ended.id());
        corrections.giveAgain(anna, ended);
        assertThat(grants.at(unit))
                .singleElement()
                .satisfies(grant -> assertThat(grant.term()).isEqualTo(first));
        ExplicitGrant longer = give(anna, emil, Role.WRITER, unit, Term.since(land.today()));
        assertThatThrownBy(() -> corrections.giveAgain(anna, ended)).isInstanceOf(Conflict.class);
        assertThat(grants.at(unit)).containsExactly(longer);
    }

    @Test
    void a_role_that_is_called_off_before_it_begins_is_nowhere_any_more() {
        Unit unit = land.top("Oben");
        LocalDate soon = land.today().plusDays(9);
        ExplicitGrant planned =
                give(
                        anna,
                        land.person(),
                        Role.WRITER,
                        unit.id().subject(),
                        new Term(soon, soon.plusDays(9)));
        grants.end(anna, planned.id());
        assertThat(grants.at(unit.id().subject())).isEmpty();
        assertThatThrownBy(() -> grants.end(anna, planned.id())).hasMessage("GRANT_NOT_FOUND");
    }

    @Test
    void what_makes_no_sense_is_refused_with_a_reason() {
        Unit unit = land.top("Oben");
        LocalDate today = land.today();
        assertThatThrownBy(() ->
                        give(
                                anna,
                                land.person(),
                                Role.WRITER,
                                unit.id().subject(),
                                new Term(today.minusDays(9), today.minusDays(1))))
                .hasMessage("INVALID_TERM");
        assertThatThrownBy(() ->
                        give(
                                anna,
                                MemberId.random(),
                                Role.WRITER,
                                unit.id().subject(),
                                Term.since(today)))
                .hasMessage("MEMBER_NOT_FOUND");
        assertThatThrownBy(() ->
                        give(
                                anna,
                                land.person(),
                                Role.CHAIR,
                                unit.id().subject(),
                                Term.since(today)))
                .hasMessage("ROLE_CANNOT_BE_GIVEN");
    }

    /// Whoever looks after the server and is not a member yet reads nothing, and cannot help
    /// herself to it.
    @Test
    void to_operate_opens_nobodys_texts() {
        Unit unit = land.top("Oben");
        MemberId operator = memberFromNextMonthOn(unit);
        MotionSummary motion = association.motion("Worüber wir noch reden");
        give(anna, operator, Role.OPERATOR, Subject.ASSOCIATION, Term.since(land.today()));

        assertThat(permissions.allows(operator, Permission.OPERATE, Subject.ASSOCIATION)).isTrue();
        assertThat(motions.list(MotionQuery.ALL, operator, 1)).isEmpty();
        assertThat(permissions.allows(operator, Permission.READ, motion.id().subject())).isFalse();
        for (Role role : List.of(Role.ADMINISTRATOR, Role.WRITER, Role.READER)) {
            for (Subject where : List.of(Subject.ASSOCIATION, motion.id().subject())) {
                assertThatThrownBy(() ->
                                give(operator, operator, role, where, Term.since(land.today())))
                        .isInstanceOf(NotPermitted.class);
            }
        }
    }

    @Test
    void what_is_ones_own_one_opens_to_others_oneself() {
        Unit unit = land.top("Oben");
        MemberId chair = land.chairOf(unit);
        MemberId person = land.person();
        land.at(unit, person);
        Subject own = person.subject();
        Term term = Term.since(land.today());
        assertThatThrownBy(() -> give(chair, chair, Role.READER, own, term))
                .isInstanceOf(NotPermitted.class);
        assertThatThrownBy(() -> give(anna, anna, Role.READER, own, term))
                .isInstanceOf(NotPermitted.class);
        give(person, chair, Role.READER, own, term);
        assertThat(permissions.allows(chair, Permission.READ, own)).isTrue();
    }

    private MemberId memberFromNextMonthOn(Unit unit) {
        MemberId person = land.person();
        land.at(unit, person, Term.since(land.today().plusMonths(1)));
        return person;
    }

    private ExplicitGrant give(MemberId by, MemberId to, Role role, Subject where, Term term) {
        return grants.give(by, new NewGrant(to, role, where, term)).grant();
    }
}
