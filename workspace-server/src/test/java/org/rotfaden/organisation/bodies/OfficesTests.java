package org.rotfaden.organisation.bodies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.rotfaden.organisation.bodies.Board.ASSESSOR;
import static org.rotfaden.organisation.bodies.Board.CHAIR;
import static org.rotfaden.organisation.bodies.Board.as;

import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rotfaden.Association;
import org.rotfaden.WorkspaceTest;
import org.rotfaden.association.Conflict;
import org.rotfaden.members.Member;
import org.rotfaden.members.Right;
import org.rotfaden.organisation.rules.NewRule;
import org.rotfaden.organisation.rules.Rule;
import org.rotfaden.organisation.rules.Rules;
import org.rotfaden.security.NotPermitted;
import org.rotfaden.security.Permission;
import org.rotfaden.security.Permissions;
import org.rotfaden.security.Today;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@WorkspaceTest
class OfficesTests {

    @Autowired private ApplicationContext workspace;
    @Autowired private Association association;
    @Autowired private Offices offices;
    @Autowired private Corrections corrections;
    @Autowired private Rules rules;
    @Autowired private Permissions permissions;
    @Autowired private Today calendar;

    private Board board;
    private Member dilek;
    private Member emil;
    private Member fatma;
    private LocalDate today;

    @BeforeEach
    void found() {
        board = Board.found(workspace);
        dilek = association.newcomer(Right.WRITE);
        emil = association.newcomer(Right.WRITE);
        fatma = association.newcomer(Right.WRITE);
        today = calendar.date();
    }

    @Test
    void an_office_gives_rights_in_the_body_and_its_unit() {
        assertThat(mayWrite(dilek)).isFalse();
        board.elect(today, today.plusMonths(24).minusDays(1), as(CHAIR, dilek));
        assertThat(mayWrite(dilek)).isTrue();
        assertThat(
                        permissions.allows(
                                dilek.id(), Permission.ADMINISTER, board.unit().id().subject()))
                .isTrue();
    }

    @Test
    void an_office_whose_last_day_was_yesterday_gives_no_right() {
        board.elect(today.minusYears(1), today.minusDays(1), as(CHAIR, dilek));
        board.elect(today, today, as(ASSESSOR, emil));
        assertThat(mayWrite(dilek)).isFalse();
        assertThat(mayWrite(emil)).as("the last day is included").isTrue();
    }

    @Test
    void an_office_that_begins_tomorrow_gives_no_right_today() {
        board.elect(today.plusDays(1), today.plusYears(1), as(CHAIR, dilek));
        assertThat(mayWrite(dilek)).isFalse();
        assertThat(board.inOffice()).isEmpty();
        assertThat(board.everInOffice()).containsExactly(dilek.id());
    }

    @Test
    void those_who_were_in_office_go_on_the_day_before_the_next_begin() {
        board.elect(today.minusYears(1), today.plusYears(1), as(CHAIR, dilek), as(ASSESSOR, emil));
        var next = board.election(today, today.plusYears(2).minusDays(1), as(CHAIR, emil));
        assertThat(offices.leavingBy(next)).containsExactly(dilek.id());
        offices.elect(board.anna(), next, board.now().version());
        assertThat(board.inOffice()).containsExactly(emil.id());
        Office former = board.officeOf(dilek);
        assertThat(former.term().end()).contains(today.minusDays(1));
        assertThat(former.because()).isEqualTo(OfficeEnd.SUCCEEDED);
        assertThat(mayWrite(dilek)).isFalse();
    }

    @Test
    void former_holders_stay_on_record() {
        board.elect(today.minusYears(3), today.minusYears(1).minusDays(1), as(CHAIR, dilek));
        board.elect(today.minusYears(1), today.plusYears(1), as(CHAIR, emil));
        assertThat(board.everInOffice()).containsExactly(emil.id(), dilek.id());
        assertThat(board.officeOf(dilek).because()).isNull();
    }

    @Test
    void empty_seats_are_vacancies() {
        board.elect(today, today.plusYears(1), as(ASSESSOR, dilek));
        assertThat(offices.vacancies(board.now()).entrySet())
                .extracting(vacancy -> vacancy.getKey().title() + " " + vacancy.getValue())
                .containsExactly("Vorsitz 1", "Beisitz 1");
    }

    @Test
    void a_vacancy_is_filled_for_the_rest_of_the_term_and_a_taken_seat_is_not() {
        LocalDate last = today.plusYears(1);
        board.elect(today, last, as(CHAIR, dilek));
        offices.fill(
                board.anna(),
                board.election(today, last, as(ASSESSOR, emil)),
                board.now().version());
        assertThat(board.inOffice()).containsExactlyInAnyOrder(dilek.id(), emil.id());
        var tooMany = board.election(today, last, as(CHAIR, fatma));
        long seen = board.now().version();
        assertThatThrownBy(() -> offices.fill(board.anna(), tooMany, seen))
                .isInstanceOf(TooManyForSeat.class);
    }

    @Test
    void a_term_longer_than_the_rule_of_the_unit_is_refused() {
        rules.set(
                board.anna(),
                new NewRule(
                        board.unit().id(), Rule.LONGEST_TERM, today, "24", "§ 11 (1) PartG", true));
        LocalDate longest = today.plusMonths(24);
        assertThatThrownBy(() -> board.elect(today, longest.plusDays(1), as(CHAIR, dilek)))
                .isInstanceOf(TermTooLong.class);
        board.elect(today, longest.minusDays(1), as(CHAIR, dilek));
        assertThat(board.inOffice()).containsExactly(dilek.id());
    }

    @Test
    void of_two_who_write_down_an_election_the_second_is_told() {
        long seen = board.now().version();
        var first = board.election(today, today.plusYears(1), as(CHAIR, dilek));
        var second = board.election(today, today.plusYears(1), as(CHAIR, emil));
        offices.elect(board.anna(), first, seen);
        assertThatThrownBy(() -> offices.elect(board.anna(), second, seen))
                .isInstanceOf(Conflict.class);
        assertThat(board.inOffice()).containsExactly(dilek.id());
    }

    @Test
    void only_those_who_administer_it_write_down_who_was_elected() {
        var election = board.election(today, today.plusYears(1), as(CHAIR, dilek));
        assertThatThrownBy(() -> offices.elect(dilek.id(), election, board.now().version()))
                .isInstanceOf(NotPermitted.class);
    }

    @Test
    void an_office_ends_at_once_and_that_is_taken_back_the_same_day() {
        LocalDate last = today.plusYears(1);
        board.elect(today.minusMonths(1), last, as(ASSESSOR, dilek));
        OfficeId office = board.officeOf(dilek).id();
        offices.end(board.anna(), office, today.minusDays(1));
        assertThat(mayWrite(dilek)).isFalse();
        assertThatThrownBy(() -> corrections.continueAgain(dilek.id(), office))
                .as("whoever was removed does not put herself back")
                .isInstanceOf(NotPermitted.class);
        corrections.continueAgain(board.anna(), office);
        assertThat(mayWrite(dilek)).isTrue();
        assertThat(board.officeOf(dilek).term().end()).contains(last);
        assertThat(board.officeOf(dilek).because()).isNull();
    }

    @Test
    void whoever_laid_an_office_down_takes_it_back_unless_the_seat_is_taken() {
        LocalDate last = today.plusYears(1);
        board.elect(today.minusMonths(1), last, as(CHAIR, dilek));
        OfficeId office = board.officeOf(dilek).id();
        offices.end(dilek.id(), office, today.minusDays(1));
        assertThat(board.officeOf(dilek).because()).isEqualTo(OfficeEnd.RESIGNED);
        corrections.continueAgain(dilek.id(), office);
        offices.end(dilek.id(), office, today.minusDays(1));
        offices.fill(
                board.anna(), board.election(today, last, as(CHAIR, emil)), board.now().version());
        assertThatThrownBy(() -> corrections.continueAgain(dilek.id(), office))
                .isInstanceOf(TooLateToTakeBack.class);
        assertThat(board.inOffice()).containsExactly(emil.id());
    }

    @Test
    void an_election_is_taken_back_as_a_whole_and_nothing_of_it_is_left() {
        LocalDate last = today.plusYears(1);
        board.elect(today.minusYears(1), last, as(CHAIR, dilek), as(ASSESSOR, emil));
        ElectionId slip = board.elect(today, today.plusYears(2), as(CHAIR, fatma));
        assertThat(mayWrite(fatma)).isTrue();
        corrections.takeBack(board.anna(), slip);
        assertThat(board.inOffice()).containsExactly(dilek.id(), emil.id());
        assertThat(board.everInOffice()).doesNotContain(fatma.id());
        assertThat(board.officeOf(dilek).term().end()).contains(last);
        assertThat(mayWrite(fatma)).isFalse();
        assertThat(mayWrite(dilek)).isTrue();
        assertThatThrownBy(() -> corrections.takeBack(board.anna(), slip))
                .isInstanceOf(TooLateToTakeBack.class);
    }

    @Test
    void an_election_that_another_followed_is_not_taken_back() {
        ElectionId first = board.elect(today.minusMonths(1), today.plusYears(1), as(CHAIR, dilek));
        board.elect(today, today.plusYears(1), as(CHAIR, emil));
        assertThatThrownBy(() -> corrections.takeBack(board.anna(), first))
                .isInstanceOf(TooLateToTakeBack.class);
        assertThat(board.inOffice()).containsExactly(emil.id());
    }

    @Test
    void with_a_body_end_its_offices() {
        board.elect(today.minusMonths(1), today.plusYears(1), as(CHAIR, dilek));
        offices.endBody(board.anna(), board.id(), board.now().version());
        assertThat(board.inOffice()).isEmpty();
        assertThat(board.officeOf(dilek).because()).isEqualTo(OfficeEnd.BODY_ENDED);
        assertThat(mayWrite(dilek)).isFalse();
    }

    private boolean mayWrite(Member member) {
        return permissions.allows(member.id(), Permission.WRITE_MOTIONS, board.id().subject());
    }
}
