package org.rotfaden.realtime.stomp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rotfaden.Association;
import org.rotfaden.WorkspaceTest;
import org.rotfaden.activity.Activities;
import org.rotfaden.members.Member;
import org.rotfaden.members.Right;
import org.rotfaden.motions.MotionEvent;
import org.rotfaden.motions.MotionSummary;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.socket.CloseStatus;

/// Somebody comes, is silent, or goes while something else happens: each order is forced.
@WorkspaceTest
class ComingToFollowTests {

    @Autowired private ApplicationContext workspace;
    @Autowired private Association association;
    @Autowired private Activities activities;
    @Autowired private TransactionTemplate transaction;
    @Autowired private JdbcClient jdbc;

    private PretendDoor door;

    @BeforeEach
    void a_door_of_its_own() {
        door =
                new PretendDoor(
                        workspace,
                        Map.of("connections-of-one-member", "1", "stomp-heartbeat", "1s"));
    }

    @AfterEach
    void leave() {
        door.close();
    }

    @Test
    void who_goes_while_she_is_recognised_leaves_nothing_behind() {
        String token = token();
        PretendDoor.Client goes = door.new Client();
        Thread coming =
                transaction.execute(_ -> {
                    jdbc.sql("lock table access_token in access exclusive mode").update();
                    Thread thread = Thread.ofVirtual().start(() -> goes.connect(token, "0,0"));
                    await().until(this::isSomebodyWaiting);
                    goes.socket.close(CloseStatus.GOING_AWAY);
                    return thread;
                });
        await().until(() -> !coming.isAlive());
        assertThat(goes.hasHeard("CONNECTED")).isFalse();
        PretendDoor.Client next = door.new Client().connect(token, "0,0");
        next.hears("CONNECTED");
        door.new Client().connect(token, "0,0").hears("TOO_MANY_CONNECTIONS");
    }

    private boolean isSomebodyWaiting() {
        return jdbc.sql(
                        """
                        select exists (
                            select from pg_locks
                            where relation = 'access_token'::regclass and not granted)
                        """)
                .query(Boolean.class)
                .single();
    }

    @Test
    void who_is_to_give_signs_of_life_and_is_silent_is_gone() {
        PretendDoor.Client silent = door.new Client().connect(token(), "1000,0").hears("CONNECTED");
        PretendDoor.Client alive = door.new Client().connect(token(), "1,0").hears("CONNECTED");
        PretendDoor.Client promisedNothing =
                door.new Client().connect(token(), "0,0").hears("CONNECTED");
        await().until(() -> {
            alive.say("\n");
            return silent.socket.isClosed();
        });
        assertThat(silent.closeCode()).isEqualTo(4500);
        assertThat(alive.socket.isClosed()).isFalse();
        assertThat(promisedNothing.socket.isClosed()).isFalse();
    }

    @Test
    void who_asks_for_signs_of_life_gets_them_and_nobody_else() {
        PretendDoor.Client asked = door.new Client().connect(token(), "0,1").hears("CONNECTED");
        PretendDoor.Client asksNothing =
                door.new Client().connect(token(), "0,0").hears("CONNECTED");
        PretendDoor.Client asksRarely =
                door.new Client().connect(token(), "0,60000").hears("CONNECTED");
        assertThat(asked.hasHeard("heart-beat:1000,1000")).isTrue();
        await().until(() -> asked.signsOfLife() >= 2);
        assertThat(asksNothing.signsOfLife()).isZero();
        assertThat(asksRarely.signsOfLife()).isZero();
    }

    /// Nobody told this server: what it knew before counts no more.
    @Test
    void whose_token_ended_while_the_server_stood_still_hears_nothing_more() {
        MotionSummary motion = association.motion("Busse");
        PretendDoor.Client loses = client(association.clara(), motion);
        PretendDoor.Client keeps = client(association.bekir(), motion);
        door.server.standStill(Duration.ofSeconds(3));
        endUnseen(association.clara());
        tellOf(motion);
        keeps.hears("motion.changed");
        assertThat(loses.closeCode()).isEqualTo(4401);
        assertThat(loses.hasHeard("motion.changed")).isFalse();
    }

    /// Otherwise the test above would prove nothing.
    @Test
    void a_server_that_went_on_asks_nobody_anew_at_each_word() {
        MotionSummary motion = association.motion("Busse");
        PretendDoor.Client hears = client(association.clara(), motion);
        endUnseen(association.clara());
        tellOf(motion);
        hears.hears("motion.changed");
    }

    @Test
    void who_follows_something_quiet_is_asked_about_after_a_standstill_too() {
        PretendDoor.Client loses = client(association.clara(), association.motion("Busse"));
        endUnseen(association.clara());
        door.server.standStill(Duration.ofSeconds(3));
        door.open.stoodStill();
        assertThat(loses.closeCode()).isEqualTo(4401);
    }

    private PretendDoor.Client client(Member member, MotionSummary follows) {
        return door.new Client()
                .connect(association.tokenOf(member), "0,0")
                .follow(follows.id().subject())
                .hears("following");
    }

    /// Of a new member.
    private String token() {
        return association.tokenOf(association.newcomer(Right.READ));
    }

    private void endUnseen(Member member) {
        jdbc.sql("delete from access_token where member_id = ?")
                .param(member.id().value())
                .update();
    }

    private void tellOf(MotionSummary motion) {
        transaction.executeWithoutResult(
                _ -> activities.tell(new MotionEvent.Changed(motion.id(), motion.owner())));
    }
}
