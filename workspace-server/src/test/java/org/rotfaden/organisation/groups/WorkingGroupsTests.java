package org.rotfaden.organisation.groups;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rotfaden.Association;
import org.rotfaden.AtTheSameMoment;
import org.rotfaden.AtTheSameMoment.Outcome;
import org.rotfaden.WorkspaceTest;
import org.rotfaden.association.Name;
import org.rotfaden.members.Member;
import org.rotfaden.members.Right;
import org.rotfaden.organisation.groups.Participation.State;
import org.rotfaden.security.NotPermitted;
import org.rotfaden.security.Permission;
import org.rotfaden.security.Permissions;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@WorkspaceTest
class WorkingGroupsTests {

    @Autowired private ApplicationContext workspace;
    @Autowired private Association association;
    @Autowired private WorkingGroups groups;
    @Autowired private Permissions permissions;

    private Member dilek;
    private Member emil;

    @BeforeEach
    void meet() {
        dilek = association.newcomer(Right.WRITE);
        emil = association.newcomer(Right.WRITE);
    }

    @Test
    void whoever_founds_a_group_hosts_it() {
        WorkingGroup group = found(Admission.OPEN);
        assertThat(groups.hosts(group.id())).containsExactly(dilek.id());
        assertThat(mayWrite(dilek, group)).isTrue();
        assertThat(mayWrite(emil, group)).isFalse();
    }

    @Test
    void whose_rights_rest_founds_nothing_and_joins_nothing() {
        Member reader = association.newcomer(Right.READ);
        var described = describe(Admission.OPEN);
        assertThatThrownBy(() -> groups.found(reader.id(), described))
                .isInstanceOf(NotPermitted.class);
        WorkingGroup group = found(Admission.OPEN);
        assertThatThrownBy(() -> groups.join(reader.id(), group.id()))
                .isInstanceOf(NotPermitted.class);
    }

    @Test
    void no_group_gets_the_address_of_the_page_on_which_groups_are_founded() {
        WorkingGroup group =
                groups.found(
                        dilek.id(),
                        new GroupDescription(
                                new Name("Gründen"),
                                "",
                                GroupKind.INTEREST_GROUP,
                                Admission.OPEN,
                                List.of()));
        assertThat(group.slug()).startsWith("gruenden-");
    }

    /// Lists of those for whom somebody writes show the same each time.
    @Test
    void what_one_has_in_groups_comes_by_their_names() {
        Member member = association.newcomer(Right.WRITE);
        for (String name : List.of("Zug", "Achse", "Markt")) {
            groups.found(
                    member.id(),
                    new GroupDescription(
                            new Name(name),
                            "",
                            GroupKind.WORKING_GROUP,
                            Admission.OPEN,
                            List.of()));
        }
        assertThat(permissions.actsFor(member.id()))
                .filteredOn(subject -> subject.type().equals(WorkingGroupId.SUBJECT))
                .extracting(subject -> groups.get(member.id(), new WorkingGroupId(subject.id())))
                .extracting(WorkingGroup::name)
                .containsExactly("Achse", "Markt", "Zug");
    }

    @Test
    void one_gets_in_by_oneself_by_asking_or_by_invitation() {
        assertThat(groups.join(emil.id(), found(Admission.OPEN).id())).isEqualTo(State.MEMBER);
        WorkingGroup onRequest = found(Admission.ON_REQUEST);
        assertThat(groups.join(emil.id(), onRequest.id())).isEqualTo(State.ASKED);
        assertThat(mayWrite(emil, onRequest)).isFalse();
        assertThat(groups.admit(dilek.id(), onRequest.id(), emil.id())).isEqualTo(State.MEMBER);
        assertThat(mayWrite(emil, onRequest)).isTrue();
    }

    @Test
    void a_group_of_the_invited_is_unknown_to_others() {
        WorkingGroup group = found(Admission.INVITED);
        assertThat(groups.find(emil.id(), group.slug())).isEmpty();
        assertThat(groups.list(emil.id(), false, 0, 1000)).doesNotContain(group);
        assertThatThrownBy(() -> groups.get(emil.id(), group.id())).hasMessage("GROUP_NOT_FOUND");
        assertThatThrownBy(() -> groups.join(emil.id(), group.id())).hasMessage("GROUP_NOT_FOUND");
        groups.admit(dilek.id(), group.id(), emil.id());
        assertThat(groups.find(emil.id(), group.slug())).isPresent();
        assertThat(groups.join(emil.id(), group.id())).isEqualTo(State.MEMBER);
    }

    @Test
    void only_hosts_let_in_and_names_are_for_those_in_it() {
        WorkingGroup group = found(Admission.ON_REQUEST);
        assertThatThrownBy(() -> groups.admit(emil.id(), group.id(), emil.id()))
                .isInstanceOf(NotPermitted.class);
        assertThatThrownBy(() -> groups.participations(emil.id(), group.id()))
                .isInstanceOf(NotPermitted.class);
    }

    @Test
    void the_last_host_does_not_leave() {
        WorkingGroup group = found(Admission.OPEN);
        groups.join(emil.id(), group.id());
        assertThatThrownBy(() -> groups.leave(dilek.id(), group.id(), dilek.id()))
                .hasMessage("LAST_HOST");
        assertThatThrownBy(() -> groups.hostNoLonger(dilek.id(), group.id(), dilek.id()))
                .hasMessage("LAST_HOST");
        groups.handOver(dilek.id(), group.id(), emil.id());
        assertThat(groups.hosts(group.id())).containsExactly(emil.id());
        assertThat(groups.participation(group.id(), dilek.id())).isEmpty();
    }

    @Test
    void whoever_hands_over_may_stay() {
        WorkingGroup group = found(Admission.OPEN);
        groups.join(emil.id(), group.id());
        groups.handOverAndStay(dilek.id(), group.id(), emil.id());
        assertThat(groups.hosts(group.id())).containsExactly(emil.id());
        assertThat(mayWrite(dilek, group)).isTrue();
    }

    @Test
    void nobody_comes_into_a_group_by_no_longer_hosting_it() {
        WorkingGroup group = found(Admission.OPEN);
        assertThatThrownBy(() -> groups.hostNoLonger(dilek.id(), group.id(), emil.id()))
                .hasMessage("NOT_IN_GROUP");
        assertThat(groups.count(group.id())).isEqualTo(1);
    }

    @Test
    void nobody_who_is_not_in_it_becomes_host() {
        WorkingGroup group = found(Admission.OPEN);
        assertThatThrownBy(() -> groups.handOver(dilek.id(), group.id(), emil.id()))
                .hasMessage("NOT_IN_GROUP");
        assertThat(groups.hosts(group.id())).containsExactly(dilek.id());
    }

    @Test
    void who_leaves_twice_is_told_so() {
        WorkingGroup group = found(Admission.OPEN);
        groups.join(emil.id(), group.id());
        groups.handOver(dilek.id(), group.id(), emil.id());
        assertThatThrownBy(() -> groups.leave(dilek.id(), group.id(), dilek.id()))
                .hasMessage("NOT_IN_GROUP");
    }

    @Test
    void of_the_last_two_hosts_who_leave_at_the_same_moment_one_stays() {
        WorkingGroup group = found(Admission.OPEN);
        groups.join(emil.id(), group.id());
        groups.makeHost(dilek.id(), group.id(), emil.id());
        expectOneLeft(leave(dilek, group), leave(emil, group), "LAST_HOST");
        assertThat(groups.hosts(group.id())).hasSize(1);
    }

    @Test
    void who_leaves_twice_at_the_same_moment_left_once() {
        WorkingGroup group = found(Admission.OPEN);
        groups.join(emil.id(), group.id());
        groups.makeHost(dilek.id(), group.id(), emil.id());
        expectOneLeft(leave(dilek, group), leave(dilek, group), "NOT_IN_GROUP");
        assertThat(groups.hosts(group.id())).containsExactly(emil.id());
    }

    @Test
    void an_archived_group_is_only_read_until_it_is_opened_again() {
        WorkingGroup group = found(Admission.OPEN);
        groups.join(emil.id(), group.id());
        groups.archive(dilek.id(), group.id());
        assertThat(mayWrite(emil, group)).isFalse();
        assertThat(permissions.allows(emil.id(), Permission.READ, group.id().subject())).isTrue();
        var described = describe(Admission.INVITED);
        assertThatThrownBy(() -> groups.change(dilek.id(), group.id(), described, group.version()))
                .hasMessage("GROUP_ARCHIVED");
        Member fatma = association.newcomer(Right.WRITE);
        assertThatThrownBy(() -> groups.join(fatma.id(), group.id())).hasMessage("GROUP_ARCHIVED");
        assertThatThrownBy(() -> groups.reopen(emil.id(), group.id()))
                .isInstanceOf(NotPermitted.class);
        groups.reopen(dilek.id(), group.id());
        assertThat(mayWrite(emil, group)).isTrue();
    }

    private Callable<String> leave(Member member, WorkingGroup group) {
        return () -> {
            groups.leave(member.id(), group.id(), member.id());
            return "left";
        };
    }

    private void expectOneLeft(Callable<String> first, Callable<String> second, String refusal) {
        List<Outcome<String>> ends = new AtTheSameMoment(workspace).all(first, List.of(second));
        assertThat(ends)
                .extracting(Outcome::refusal)
                .containsExactly(Optional.empty(), Optional.of(refusal));
    }

    private WorkingGroup found(Admission admission) {
        return groups.found(dilek.id(), describe(admission));
    }

    private static GroupDescription describe(Admission admission) {
        return new GroupDescription(
                new Name("Bus und Bahn"),
                "Fahren statt reden.",
                GroupKind.WORKING_GROUP,
                admission,
                List.of());
    }

    private boolean mayWrite(Member member, WorkingGroup group) {
        return permissions.allows(member.id(), Permission.ACT_FOR, group.id().subject());
    }
}
