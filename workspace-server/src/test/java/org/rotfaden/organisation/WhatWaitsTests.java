package org.rotfaden.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rotfaden.WorkspaceTest;
import org.rotfaden.organisation.bodies.Begun;
import org.rotfaden.organisation.bodies.Body;
import org.rotfaden.organisation.bodies.ElectionCalendar;
import org.rotfaden.organisation.bodies.SeatsDue;
import org.rotfaden.organisation.directory.Enrolled;
import org.rotfaden.organisation.directory.MemberRoll;
import org.rotfaden.organisation.directory.RollQuery;
import org.rotfaden.organisation.memberships.HomeMove;
import org.rotfaden.organisation.memberships.HomeMoves;
import org.rotfaden.organisation.memberships.MembershipKind;
import org.rotfaden.organisation.units.Unit;
import org.rotfaden.security.MemberId;
import org.rotfaden.security.NotPermitted;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/// What waits for whom: elections that are due, moves to decide; and who reads the list of all.
@WorkspaceTest
class WhatWaitsTests {

    private static final int MANY = 100;

    @Autowired private ApplicationContext workspace;
    @Autowired private ElectionCalendar elections;
    @Autowired private HomeMoves moves;
    @Autowired private MemberRoll roll;

    private Landscape land;
    private LocalDate today;

    @BeforeEach
    void begin() {
        land = new Landscape(workspace);
        today = land.today();
    }

    @Test
    void empty_seats_wait_for_whoever_administers_the_unit_itself() {
        Unit above = land.top("Oben");
        Unit unit = land.below(above, "Unten");
        MemberId chairAbove = land.chairOf(above);
        MemberId chair = land.chairOf(unit);
        assertThat(due(chair)).extracting(SeatsDue::unit).containsExactly(unit.id());
        assertThat(due(chair).getFirst().vacant()).isEqualTo(21);
        assertThat(due(chair).getFirst().ending()).isEmpty();
        assertThat(due(chairAbove)).extracting(SeatsDue::unit).containsExactly(above.id());
        assertThat(due(land.person())).isEmpty();
    }

    @Test
    void a_term_that_ends_waits_until_somebody_is_elected_after_it() {
        Unit unit = land.top("Bald");
        MemberId chair = land.chairOf(unit);
        Body board = land.board(unit);
        LocalDate last = today.plusDays(20);
        land.elect(board, Landscape.ASSESSOR, land.person(), today, last);
        assertThat(dueIn(board, chair).ending()).contains(last);
        land.elect(board, Landscape.ASSESSOR, land.person(), last.plusDays(1), last.plusYears(1));
        assertThat(dueIn(board, chair).ending()).isEmpty();
    }

    @Test
    void what_began_is_told_of_the_units_that_are_asked_about() {
        Unit unit = land.top("Frisch");
        Unit other = land.top("Anderswo");
        land.chairOf(unit);
        land.chairOf(other);
        assertThat(elections.begun(List.of(unit.id()), today, MANY))
                .extracting(Begun::unit)
                .containsExactly(unit.id());
        assertThat(elections.begun(List.of(unit.id()), today.plusDays(1), MANY)).isEmpty();
    }

    @Test
    void a_move_waits_for_whoever_decides_in_the_new_home() {
        Unit from = land.top("Von");
        Unit to = land.top("Nach");
        MemberId chairFrom = land.chairOf(from);
        MemberId chairTo = land.chairOf(to);
        MemberId member = land.person();
        land.at(from, member);
        HomeMove asked = moves.ask(member, member, to.id());
        assertThat(moves.toDecide(chairTo, MANY)).containsExactly(asked);
        assertThat(moves.toDecide(chairFrom, MANY)).isEmpty();
        assertThat(moves.toDecide(member, MANY)).isEmpty();
        moves.decline(chairTo, asked.id());
        assertThat(moves.toDecide(chairTo, MANY)).isEmpty();
    }

    @Test
    void the_list_of_all_is_for_those_who_administer_them() {
        Unit above = land.top("Liste");
        Unit unit = land.below(above, "Ort");
        MemberId chair = land.chairOf(unit);
        land.at(unit, chair);
        var here = new RollQuery("", Optional.of(above.id()), Optional.empty(), true);
        assertThat(roll.list(land.admin, here, 0, MANY))
                .extracting(Enrolled::id)
                .containsExactly(chair);
        assertThat(roll.count(land.admin, here)).isEqualTo(1);
        var guests =
                new RollQuery(
                        "", Optional.of(above.id()), Optional.of(MembershipKind.GUEST), false);
        assertThat(roll.list(land.admin, guests, 0, MANY)).isEmpty();
        assertThatThrownBy(() -> roll.list(chair, here, 0, MANY)).isInstanceOf(NotPermitted.class);
        assertThatThrownBy(() -> roll.count(chair, here)).isInstanceOf(NotPermitted.class);
    }

    private List<SeatsDue> due(MemberId by) {
        return elections.due(by, today.plusDays(90), MANY);
    }

    private SeatsDue dueIn(Body body, MemberId by) {
        return due(by).stream()
                .filter(due -> due.body().equals(body.id()))
                .findFirst()
                .orElseThrow();
    }
}
