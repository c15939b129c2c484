package org.rotfaden.realtime.stomp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rotfaden.Association;
import org.rotfaden.DaysBegun;
import org.rotfaden.MovableClock;
import org.rotfaden.WorkspaceTest;
import org.rotfaden.crdt.FirstContent;
import org.rotfaden.members.AccessTokens;
import org.rotfaden.motions.DraftMotion;
import org.rotfaden.motions.MotionSummary;
import org.rotfaden.motions.Motions;
import org.rotfaden.organisation.Landscape;
import org.rotfaden.organisation.bodies.Body;
import org.rotfaden.organisation.bodies.BodyKind;
import org.rotfaden.organisation.memberships.Membership;
import org.rotfaden.organisation.memberships.Memberships;
import org.rotfaden.organisation.units.Unit;
import org.rotfaden.security.MemberId;
import org.rotfaden.security.Subject;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/// What ends at midnight, or with what somebody came in by, is followed no longer.
@WorkspaceTest
class EndOfFollowingTests {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final LocalDate DAY = LocalDate.of(2027, 6, 15);

    @LocalServerPort private int port;
    @Autowired private ApplicationContext workspace;
    @Autowired private Association association;
    @Autowired private Motions motions;
    @Autowired private MovableClock clock;
    @Autowired private DaysBegun days;
    @Autowired private AccessTokens tokens;

    private Landscape land;
    private Unit unit;

    @BeforeEach
    void a_unit_in_june() {
        days.live(DAY.atTime(23, 50), BERLIN);
        land = new Landscape(workspace);
        unit = land.top("Bund");
    }

    @Test
    void what_a_committee_writes_is_followed_by_its_members_until_midnight() {
        Body committee = land.body(unit, BodyKind.COMMITTEE);
        MemberId goes = land.person();
        MemberId stays = land.person();
        land.elect(committee, Landscape.ASSESSOR, goes, DAY, DAY);
        land.elect(committee, Landscape.ASSESSOR, stays, DAY, DAY.plusDays(1));
        Subject motion = motion(committee, goes).id().subject();
        Follower leaving = Follower.with(port, association.tokenOf(goes));
        var left = leaving.follow(motion).hears("following");
        var body = leaving.follow(committee.id().subject()).hears("following");
        var stayed = Follower.with(port, association.tokenOf(stays)).follow(motion);
        stayed.hears("following");

        clock.show(DAY.plusDays(1).atStartOfDay(), BERLIN);

        left.hears("following", "ended");
        assertThat(body.events()).containsExactly("following");
        assertThat(stayed.events()).containsExactly("following");
        clock.show(DAY.plusDays(2).atStartOfDay(), BERLIN);
        stayed.hears("following", "ended");
    }

    @Test
    void who_leaves_the_association_follows_nothing_any_more() {
        MemberId goes = land.person();
        Membership home = land.at(unit, goes);
        var topic =
                Follower.with(port, association.tokenOf(goes))
                        .follow(unit.id().subject())
                        .hears("following");
        workspace.getBean(Memberships.class).end(goes, home.id(), DAY.minusDays(1));
        topic.hears("following", "ended");
    }

    @Test
    void a_token_that_expires_ends_everything() {
        MemberId member = land.person();
        var token = tokens.create(association.logIn(member));
        Follower follower = Follower.with(port, token.token());
        var topic = follower.follow(Subject.ASSOCIATION).hears("following");
        clock.show(token.expires().plusSeconds(1).atZone(BERLIN).toLocalDateTime(), BERLIN);
        topic.hears("following", "ended");
        assertThat(topic.heard.getLast().get("code").asString()).isEqualTo("LOGGED_OUT");
        await().until(() -> !follower.isConnected());
    }

    private MotionSummary motion(Body body, MemberId author) {
        return motions.draft(new DraftMotion(author, body.id().subject(), empty()));
    }

    private static FirstContent empty() {
        return FirstContent.titled("Antrag");
    }
}
