package org.rotfaden.realtime.stomp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.rotfaden.Association;
import org.rotfaden.WorkspaceTest;
import org.rotfaden.association.Name;
import org.rotfaden.members.AccessTokens;
import org.rotfaden.members.Member;
import org.rotfaden.members.Right;
import org.rotfaden.motions.MotionSummary;
import org.rotfaden.motions.Motions;
import org.rotfaden.organisation.groups.Admission;
import org.rotfaden.organisation.groups.GroupDescription;
import org.rotfaden.organisation.groups.GroupKind;
import org.rotfaden.organisation.groups.WorkingGroup;
import org.rotfaden.organisation.groups.WorkingGroups;
import org.rotfaden.security.MemberId;
import org.rotfaden.security.Subject;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/// Screens and programs that follow what happens.
@WorkspaceTest
class StompTests {

    @LocalServerPort private int port;
    @Autowired private Association association;
    @Autowired private Motions motions;
    @Autowired private ApplicationContext workspace;
    @Autowired private AccessTokens tokens;

    @Test
    void what_happens_to_a_subject_is_heard_in_order_by_those_who_follow_it() {
        MotionSummary motion = association.motion("Busse");
        Follower anna = Follower.with(port, association.tokenOf(association.anna()));
        var topic = anna.follow(motion.id().subject()).hears("following");
        long version = topic.heard.getFirst().get("version").asLong();
        handOver(motion, association.anna().id().subject());
        handOver(motion, Subject.ASSOCIATION);
        topic.hears("following", "motion.handed-over", "motion.handed-over");
        assertThat(topic.heard.get(1).toString())
                .startsWith(
                        """
                        {"event":"motion.handed-over","subject":{"type":"motion","id":"%s"},"actor":"%s","at":\
                        """
                                .formatted(motion.id().value(), association.anna().id().value()));
        assertThat(topic.heard.get(1).get("version").asLong()).isEqualTo(version + 1);
        assertThat(topic.heard.get(2).get("version").asLong()).isEqualTo(version + 2);
    }

    @Test
    void what_changes_nothing_is_not_told() {
        MotionSummary motion = association.motion("Busse");
        Follower anna = Follower.with(port, association.tokenOf(association.anna()));
        var topic = anna.follow(motion.id().subject()).hears("following");
        handOver(motion, Subject.ASSOCIATION);
        handOver(motion, association.anna().id().subject());
        topic.hears("following", "motion.handed-over");
    }

    @Test
    void a_right_that_ends_ends_this_subscription_and_no_other() {
        MotionSummary motion = association.motion("Busse");
        Follower bekir = Follower.with(port, association.tokenOf(association.bekir()));
        var topic = bekir.follow(motion.id().subject()).hears("following");
        var other = bekir.follow(Subject.ASSOCIATION).hears("following");
        handOver(motion, association.anna().id().subject());
        topic.hears("following", "ended");
        assertThat(topic.heard.getLast().toString())
                .isEqualTo("{\"event\":\"ended\",\"code\":\"RIGHT_ENDED\"}");
        handOver(motion, Subject.ASSOCIATION);
        var again = bekir.follow(motion.id().subject()).hears("following");
        assertThat(topic.events()).containsExactly("following", "ended");
        assertThat(other.events()).containsExactly("following");
        handOver(motion, association.anna().id().subject());
        again.hears("following", "ended");
    }

    @Test
    void a_group_that_is_for_the_invited_from_now_on_is_followed_by_nobody_else() {
        WorkingGroups groups = workspace.getBean(WorkingGroups.class);
        MemberId host = association.anna().id();
        WorkingGroup group = groups.found(host, described(Admission.OPEN));
        var outside = Follower.with(port, association.tokenOf(association.bekir()));
        var topic = outside.follow(group.id().subject()).hears("following");
        groups.change(host, group.id(), described(Admission.INVITED), group.version());
        await().until(() -> topic.events().getLast().equals("ended"));
    }

    private static GroupDescription described(Admission admission) {
        return new GroupDescription(
                new Name("Verkehr"), "", GroupKind.WORKING_GROUP, admission, List.of());
    }

    private void handOver(MotionSummary motion, Subject owner) {
        motions.handOver(association.anna().id(), motion.id(), owner);
    }

    @Test
    void what_one_may_not_know_of_is_as_what_is_not_there() {
        Follower follower =
                Follower.with(port, association.tokenOf(association.newcomer(Right.READ)));
        follower.follow(new Subject("motion", UUID.randomUUID())).hears("refused");
        follower.follow("/topic/motion/keiner").hears("refused");
        follower.follow("/topic/association/000000000-000-0000-0000-000000000000").hears("refused");
        follower.follow(Subject.ASSOCIATION).hears("following");
        assertThat(follower.isConnected()).isTrue();
    }

    @Test
    void a_revoked_token_ends_everything() {
        Member member = association.newcomer(Right.READ);
        var token = tokens.create(association.logIn(member.id()));
        Follower follower = Follower.with(port, token.token());
        var topic = follower.follow(Subject.ASSOCIATION).hears("following");
        tokens.revoke(member.id(), token.id());
        topic.hears("following", "ended");
        await().until(() -> !follower.isConnected());
    }
}
