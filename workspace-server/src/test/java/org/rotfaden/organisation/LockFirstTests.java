package org.rotfaden.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rotfaden.AtTheSameMoment;
import org.rotfaden.WorkspaceTest;
import org.rotfaden.association.Conflict;
import org.rotfaden.association.Name;
import org.rotfaden.association.Term;
import org.rotfaden.crdt.FirstContent;
import org.rotfaden.members.ExplicitGrants;
import org.rotfaden.members.NewGrant;
import org.rotfaden.motions.DraftMotion;
import org.rotfaden.motions.MotionSummary;
import org.rotfaden.motions.Motions;
import org.rotfaden.organisation.groups.Admission;
import org.rotfaden.organisation.groups.GroupDescription;
import org.rotfaden.organisation.groups.GroupKind;
import org.rotfaden.organisation.groups.WorkingGroup;
import org.rotfaden.organisation.groups.WorkingGroups;
import org.rotfaden.organisation.memberships.HomeMoves;
import org.rotfaden.organisation.memberships.Membership;
import org.rotfaden.organisation.memberships.MembershipCorrections;
import org.rotfaden.organisation.memberships.Memberships;
import org.rotfaden.organisation.rules.Rule;
import org.rotfaden.organisation.units.Unit;
import org.rotfaden.security.MemberId;
import org.rotfaden.security.NotPermitted;
import org.rotfaden.security.Role;
import org.rotfaden.security.Subject;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Who decides by what is there reads it when nobody can change it any more. Each time the other
/// has done the other thing, and has not committed it yet.
@WorkspaceTest
class LockFirstTests {

    @Autowired private ApplicationContext workspace;
    @Autowired private JdbcClient jdbc;
    @Autowired private ExplicitGrants grants;
    @Autowired private Memberships memberships;
    @Autowired private MembershipCorrections corrections;
    @Autowired private HomeMoves moves;
    @Autowired private WorkingGroups groups;
    @Autowired private Motions motions;

    private Landscape land;
    private LocalDate today;
    private Unit unit;
    private AtTheSameMoment atTheSameMoment;

    @BeforeEach
    void a_unit() {
        land = new Landscape(workspace);
        today = land.today();
        unit = land.top("Bund");
        atTheSameMoment = new AtTheSameMoment(workspace);
    }

    @Test
    void a_membership_begins_with_the_date_of_birth_that_was_just_corrected() {
        land.rule(unit, Rule.AGE_LIMIT, "35", today);
        MemberId dilek = land.person(today.minusYears(30));
        Membership begun =
                atTheSameMoment.meanwhile(
                        () -> corrections.correctBorn(land.admin, dilek, today.minusYears(20)),
                        () -> land.at(unit, dilek));
        assertThat(begun.term().lastDay()).isEqualTo(today.plusYears(15).minusDays(1));
    }

    @Test
    void a_corrected_date_of_birth_reaches_the_membership_that_just_began() {
        land.rule(unit, Rule.AGE_LIMIT, "35", today);
        MemberId dilek = land.person(today.minusYears(30));
        atTheSameMoment.meanwhile(
                () -> land.at(unit, dilek),
                () -> {
                    corrections.correctBorn(land.admin, dilek, today.minusYears(20));
                    return true;
                });
        assertThat(memberships.current(dilek))
                .singleElement()
                .satisfies(home ->
                        assertThat(home.term().lastDay())
                                .isEqualTo(today.plusYears(15).minusDays(1)));
    }

    @Test
    void nobody_asks_to_move_out_of_a_home_that_she_has_just_left() {
        Unit to = land.below(unit, "Land");
        MemberId dilek = land.person();
        Membership home = land.at(unit, dilek);
        assertThatThrownBy(() ->
                        atTheSameMoment.meanwhile(
                                () -> memberships.end(dilek, home.id(), today.minusDays(1)),
                                () -> moves.ask(dilek, dilek, to.id())))
                .hasMessage("MEMBERSHIP_NOT_FOUND");
    }

    @Test
    void who_asks_to_move_and_who_accepts_do_not_wait_for_each_other_for_ever() {
        Unit to = land.below(unit, "Land");
        Unit elsewhere = land.below(unit, "Anderswo");
        MemberId dilek = land.person();
        land.at(unit, dilek);
        var asked = moves.ask(dilek, dilek, to.id());
        atTheSameMoment.meanwhile(
                () -> moves.accept(land.admin, asked.id()),
                () -> moves.ask(dilek, dilek, elsewhere.id()));
        assertThat(moves.openOf(dilek)).get().extracting("from").isEqualTo(to.id());
    }

    @Test
    void an_end_is_taken_back_only_as_it_stands_then() {
        MemberId dilek = land.person();
        Membership home = land.at(unit, dilek);
        memberships.end(dilek, home.id(), today.plusDays(9));
        assertThatThrownBy(() ->
                        atTheSameMoment.meanwhile(
                                () -> memberships.end(land.admin, home.id(), today.plusDays(3)),
                                () -> {
                                    corrections.continueAgain(dilek, home.id());
                                    return true;
                                }))
                .isInstanceOf(NotPermitted.class);
    }

    @Test
    void nobody_invites_to_a_group_that_she_has_just_ceased_to_host() {
        MemberId host = land.person();
        MemberId other = land.person();
        MemberId friend = land.person();
        WorkingGroup group = group(host);
        groups.join(other, group.id());
        groups.makeHost(host, group.id(), other);
        assertThatThrownBy(() ->
                        atTheSameMoment.meanwhile(
                                () -> groups.hostNoLonger(host, group.id(), host),
                                () -> give(host, friend, Role.READER, group.id().subject())))
                .isInstanceOf(NotPermitted.class);
    }

    @Test
    void nobody_invites_to_a_motion_that_has_just_become_anothers() {
        MemberId dilek = land.person();
        MemberId emil = land.person();
        MemberId friend = land.person();
        WorkingGroup group = group(dilek);
        groups.join(emil, group.id());
        MotionSummary motion = motion(dilek, group);
        assertThatThrownBy(() ->
                        atTheSameMoment.meanwhile(
                                () -> handOverToHerself(motion, dilek),
                                () -> give(emil, friend, Role.READER, motion.id().subject())))
                .isInstanceOf(NotPermitted.class);
    }

    @Test
    void nobody_hands_over_a_motion_that_has_just_become_anothers() {
        MemberId dilek = land.person();
        MotionSummary motion = motion(dilek, group(dilek));
        assertThatThrownBy(() ->
                        atTheSameMoment.meanwhile(
                                () -> handOverToHerself(motion, dilek),
                                () -> handOverToHerself(motion, dilek)))
                .isInstanceOf(Conflict.class);
    }

    @Test
    void what_lies_above_a_member_stays_while_a_role_is_given_there() {
        MemberId dilek = land.person();
        MemberId friend = land.person();
        Membership home = land.at(unit, dilek);
        int givenBefore =
                atTheSameMoment.meanwhile(
                        () -> give(dilek, friend, Role.READER, dilek.subject()),
                        () -> {
                            memberships.end(land.admin, home.id(), today.minusDays(1));
                            return grants.at(dilek.subject()).size();
                        });
        assertThat(givenBefore).isEqualTo(1);
    }

    /// She becomes the only one who administers, while she leaves.
    @Test
    void the_last_who_administers_does_not_leave_at_the_moment_of_becoming_it() {
        MemberId dilek = land.person();
        Membership home = land.at(unit, dilek);
        var others = new OtherAdministrators(jdbc, dilek);
        try {
            assertThatThrownBy(() ->
                            atTheSameMoment.meanwhile(
                                    () -> {
                                        give(
                                                land.admin,
                                                dilek,
                                                Role.ADMINISTRATOR,
                                                Subject.ASSOCIATION);
                                        others.setAside();
                                    },
                                    () -> {
                                        memberships.end(dilek, home.id(), today.minusDays(1));
                                        return true;
                                    }))
                    .hasMessage("LAST_ADMINISTRATOR");
        } finally {
            others.giveBack();
        }
    }

    private WorkingGroup group(MemberId host) {
        return groups.found(
                host,
                new GroupDescription(
                        new Name(Landscape.unheardOf("Kreis")),
                        "",
                        GroupKind.WORKING_GROUP,
                        Admission.OPEN,
                        List.of()));
    }

    private MotionSummary motion(MemberId author, WorkingGroup group) {
        return motions.draft(
                new DraftMotion(author, group.id().subject(), FirstContent.titled("Antrag")));
    }

    private MotionSummary handOverToHerself(MotionSummary motion, MemberId author) {
        return motions.handOver(author, motion.id(), author.subject());
    }

    private boolean give(MemberId by, MemberId to, Role role, Subject where) {
        grants.give(by, new NewGrant(to, role, where, Term.since(today)));
        return true;
    }
}
