package org.rotfaden.organisation.bodies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.rotfaden.organisation.bodies.Board.ASSESSOR;
import static org.rotfaden.organisation.bodies.Board.CHAIR;
import static org.rotfaden.organisation.bodies.Board.as;

import java.time.LocalDate;
import java.util.List;
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
    void a_past_election_goes_on_record_and_ends_nothing() {
        LocalDate last = today.plusYears(1);
        board.elect(today.minusYears(1), last, as(CHAIR, dilek));
        board.elect(last.plusDays(1), last.plusYears(1), as(CHAIR, emil));
        var past =
                board.election(
                        today.minusYears(4), today.minusYears(2).minusDays(1), as(CHAIR, fatma));
        assertThat(offices.leavingBy(past)).isEmpty();
        ElectionId written = offices.elect(board.anna(), past, board.now().version());
        assertThat(board.everInOffice()).containsExactly(emil.id(), dilek.id(), fatma.id());
        assertThat(board.inOffice()).containsExactly(dilek.id());
        assertThat(board.officeOf(dilek).term().end()).contains(last);
        assertThat(board.officeOf(dilek).because()).isNull();
        assertThat(mayWrite(fatma)).isFalse();
        board.takeBack(corrections, written);
        assertThat(board.everInOffice()).containsExactly(emil.id(), dilek.id());
    }

    @Test
    void seats_were_not_taken_twice_in_the_past_either() {
        LocalDate first = today.minusYears(3);
        board.elect(first, today.minusYears(2), as(CHAIR, dilek), as(ASSESSOR, emil));
        var twice = board.election(first.minusYears(1), first, as(CHAIR, fatma));
        assertThatThrownBy(() -> offices.elect(board.anna(), twice, board.now().version()))
                .hasMessage("TOO_MANY_FOR_SEAT");
        board.elect(first.minusYears(1), first.minusDays(1), as(CHAIR, fatma));
        board.elect(first.plusDays(1), today.minusYears(1), as(ASSESSOR, fatma));
        assertThat(board.everInOffice())
                .containsExactly(fatma.id(), dilek.id(), emil.id(), fatma.id());
    }

    @Test
    void an_election_before_the_present_one_is_refused_when_its_term_goes_on() {
        LocalDate first = today.minusYears(1);
        board.elect(first, today.plusYears(1), as(CHAIR, dilek));
        for (LocalDate from : List.of(first, first.minusDays(1), first.minusYears(2))) {
            var earlier = board.election(from, today, as(ASSESSOR, emil));
            assertThatThrownBy(() -> offices.leavingBy(earlier)).hasMessage("LATER_ELECTION_KNOWN");
            assertThatThrownBy(() -> offices.elect(board.anna(), earlier, board.now().version()))
                    .hasMessage("LATER_ELECTION_KNOWN");
        }
        assertThat(board.everInOffice()).containsExactly(dilek.id());
        assertThat(board.officeOf(dilek).because()).isNull();
    }

    @Test
    void an_election_lasts_at_most_until_a_later_one_that_is_known() {
        LocalDate later = today.plusMonths(6);
        board.elect(today.minusYears(1), today.plusYears(1), as(CHAIR, dilek));
        board.elect(later, later.plusYears(1), as(CHAIR, emil));
        assertThatThrownBy(() -> board.elect(today, later, as(CHAIR, fatma)))
                .hasMessage("LATER_ELECTION_KNOWN");
        board.elect(today, later.minusDays(1), as(CHAIR, fatma));
        assertThat(board.inOffice()).containsExactly(fatma.id());
        assertThat(board.everInOffice()).containsExactly(emil.id(), fatma.id(), dilek.id());
        assertThat(board.officeOf(emil).because()).isNull();
    }

    @Test
    void an_office_that_is_over_already_is_not_ended_again_by_an_election_before_its_end() {
        LocalDate over = today.minusDays(10);
        board.elect(today.minusYears(1), over, as(CHAIR, dilek), as(ASSESSOR, emil));
        assertThatThrownBy(() -> board.elect(over, today.plusYears(1), as(CHAIR, fatma)))
                .hasMessage("TOO_MANY_FOR_SEAT");
        board.elect(over, today.plusYears(1), as(ASSESSOR, fatma));
        assertThat(board.officeOf(dilek).term().end()).contains(over);
        assertThat(board.officeOf(dilek).because()).isNull();
    }

    @Test
    void an_election_names_somebody() {
        assertThatThrownBy(() -> board.elect(today, today.plusYears(1)))
                .hasMessage("INVALID_ELECTION");
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
                .hasMessage("TOO_MANY_FOR_SEAT");
    }

    @Test
    void a_term_longer_than_the_rule_of_the_unit_is_refused() {
        rules.set(
                board.anna(),
                new NewRule(
                        board.unit().id(), Rule.LONGEST_TERM, today, "24", "§ 11 (1) PartG", true));
        LocalDate longest = today.plusMonths(24);
        assertThatThrownBy(() -> board.elect(today, longest.plusDays(1), as(CHAIR, dilek)))
                .hasMessage("TERM_TOO_LONG");
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
        assertThatThrownBy(() -> corrections.continueAgain(dilek.id(), board.id(), office))
                .as("whoever was removed does not put herself back")
                .isInstanceOf(NotPermitted.class);
        corrections.continueAgain(board.anna(), board.id(), office);
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
        corrections.continueAgain(dilek.id(), board.id(), office);
        offices.end(dilek.id(), office, today.minusDays(1));
        offices.fill(
                board.anna(), board.election(today, last, as(CHAIR, emil)), board.now().version());
        assertThatThrownBy(() -> corrections.continueAgain(dilek.id(), board.id(), office))
                .hasMessage("TOO_LATE_TO_TAKE_BACK");
        assertThat(board.inOffice()).containsExactly(emil.id());
    }

    @Test
    void an_election_is_taken_back_as_a_whole_and_nothing_of_it_is_left() {
        LocalDate last = today.plusYears(1);
        board.elect(today.minusYears(1), last, as(CHAIR, dilek), as(ASSESSOR, emil));
        ElectionId slip = board.elect(today, today.plusYears(2), as(CHAIR, fatma));
        assertThat(mayWrite(fatma)).isTrue();
        board.takeBack(corrections, slip);
        assertThat(board.inOffice()).containsExactly(dilek.id(), emil.id());
        assertThat(board.everInOffice()).doesNotContain(fatma.id());
        assertThat(board.officeOf(dilek).term().end()).contains(last);
        assertThat(mayWrite(fatma)).isFalse();
        assertThat(mayWrite(dilek)).isTrue();
        assertThatThrownBy(() -> board.takeBack(corrections, slip))
                .hasMessage("TOO_LATE_TO_TAKE_BACK");
    }

    @Test
    void an_office_that_was_laid_down_stays_so_when_the_election_after_it_is_taken_back() {
        LocalDate june = today.plusMonths(6);
        LocalDate resigned = today.plusDays(30);
        board.elect(today.minusYears(1), june, as(CHAIR, dilek), as(ASSESSOR, emil));
        OfficeId office = board.officeOf(dilek).id();
        offices.end(dilek.id(), office, resigned);
        ElectionId slip = board.elect(today.plusDays(14), today.plusYears(2), as(CHAIR, fatma));
        assertThat(board.officeOf(dilek).term().end()).contains(today.plusDays(13));
        assertThat(board.officeOf(dilek).because()).isEqualTo(OfficeEnd.SUCCEEDED);
        assertThatThrownBy(() -> corrections.continueAgain(dilek.id(), board.id(), office))
                .as("others were elected since")
                .hasMessage("TOO_LATE_TO_TAKE_BACK");

        board.takeBack(corrections, slip);
        assertThat(board.officeOf(dilek).term().end()).contains(resigned);
        assertThat(board.officeOf(dilek).because()).isEqualTo(OfficeEnd.RESIGNED);
        assertThat(board.officeOf(emil).term().end()).contains(june);
        corrections.continueAgain(dilek.id(), board.id(), office);
        assertThat(board.officeOf(dilek).term().end()).contains(june);
        assertThat(board.officeOf(dilek).because()).isNull();
    }

    @Test
    void ends_of_an_office_are_taken_back_one_by_one() {
        LocalDate last = today.plusYears(1);
        board.elect(today.minusYears(1), last, as(ASSESSOR, dilek));
        OfficeId office = board.officeOf(dilek).id();
        offices.end(dilek.id(), office, today.plusDays(30));
        offices.end(board.anna(), office, today.plusDays(10));
        assertThat(board.officeOf(dilek).because()).isEqualTo(OfficeEnd.REMOVED);
        assertThatThrownBy(() -> corrections.continueAgain(dilek.id(), board.id(), office))
                .isInstanceOf(NotPermitted.class);
        corrections.continueAgain(board.anna(), board.id(), office);
        assertThat(board.officeOf(dilek).term().end()).contains(today.plusDays(30));
        assertThat(board.officeOf(dilek).because()).isEqualTo(OfficeEnd.RESIGNED);
        corrections.continueAgain(dilek.id(), board.id(), office);
        assertThat(board.officeOf(dilek).term().end()).contains(last);
        assertThatThrownBy(() -> corrections.continueAgain(board.anna(), board.id(), office))
                .hasMessage("TOO_LATE_TO_TAKE_BACK");
    }

    @Test
    void an_office_that_was_laid_down_after_an_election_was_known_ends_then_all_the_same() {
        board.elect(today.minusYears(1), today.plusYears(1), as(CHAIR, dilek));
        ElectionId slip = board.elect(today.plusDays(14), today.plusYears(2), as(CHAIR, fatma));
        offices.end(dilek.id(), board.officeOf(dilek).id(), today.plusDays(3));
        board.takeBack(corrections, slip);
        assertThat(board.officeOf(dilek).term().end()).contains(today.plusDays(3));
        assertThat(board.officeOf(dilek).because()).isEqualTo(OfficeEnd.RESIGNED);
    }

    @Test
    void those_elected_for_later_do_not_keep_an_office_from_going_on() {
        LocalDate last = today.plusYears(1);
        board.elect(today.minusYears(1), last, as(CHAIR, dilek), as(ASSESSOR, emil));
        board.elect(last.plusDays(1), last.plusYears(1), as(CHAIR, fatma));
        OfficeId office = board.officeOf(emil).id();
        offices.end(emil.id(), office, today.minusDays(1));
        corrections.continueAgain(emil.id(), board.id(), office);
        assertThat(board.inOffice()).containsExactly(dilek.id(), emil.id());
    }

    @Test
    void what_is_of_another_body_is_not_found_in_this_one() {
        Board other = Board.found(workspace);
        ElectionId election = other.elect(today, today.plusYears(1), as(CHAIR, dilek));
        OfficeId office = other.officeOf(dilek).id();
        offices.end(board.anna(), office, today);
        assertThatThrownBy(() -> board.takeBack(corrections, election))
                .hasMessage("ELECTION_NOT_FOUND");
        assertThatThrownBy(() -> corrections.continueAgain(board.anna(), board.id(), office))
                .hasMessage("OFFICE_NOT_FOUND");
    }

    @Test
    void an_office_that_was_taken_back_before_it_began_cannot_be_ended() {
        ElectionId slip = board.elect(today.plusDays(9), today.plusYears(1), as(CHAIR, dilek));
        OfficeId office = board.officeOf(dilek).id();
        board.takeBack(corrections, slip);
        assertThatThrownBy(() -> offices.end(dilek.id(), office, today.plusDays(20)))
                .hasMessage("OFFICE_NOT_FOUND");
    }

    @Test
    void an_election_that_another_followed_is_not_taken_back() {
        ElectionId first = board.elect(today.minusMonths(1), today.plusYears(1), as(CHAIR, dilek));
        board.elect(today, today.plusYears(1), as(CHAIR, emil));
        assertThatThrownBy(() -> board.takeBack(corrections, first))
                .hasMessage("TOO_LATE_TO_TAKE_BACK");
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
        return permissions.allows(member.id(), Permission.ACT_FOR, board.id().subject());
    }
}
