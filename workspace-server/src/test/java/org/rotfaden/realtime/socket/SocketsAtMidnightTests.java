package org.rotfaden.realtime.socket;

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
import org.rotfaden.crdt.protocol.HocuspocusMessage;
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
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/// Whose term ends while the socket is open.
@WorkspaceTest
class SocketsAtMidnightTests {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final LocalDate DAY = LocalDate.of(2027, 6, 15);

    @LocalServerPort private int port;
    @Autowired private ApplicationContext workspace;
    @Autowired private Association association;
    @Autowired private Motions motions;
    @Autowired private MovableClock clock;
    @Autowired private DaysBegun days;

    private Landscape land;
    private Unit unit;

    @BeforeEach
    void a_unit_in_june() {
        days.live(DAY.atTime(23, 50), BERLIN);
        land = new Landscape(workspace);
        unit = land.top("Bund");
    }

    @Test
    void what_a_committee_writes_closes_for_its_former_members_at_midnight() {
        Body committee = land.body(unit, BodyKind.COMMITTEE);
        MemberId goes = land.person();
        MemberId stays = land.person();
        land.elect(committee, Landscape.ASSESSOR, goes, DAY, DAY);
        land.elect(committee, Landscape.ASSESSOR, stays, DAY, DAY.plusDays(1));
        MotionSummary motion = motion(committee, goes);
        LiveClient leaving = open(motion, goes);
        LiveClient staying = open(motion, stays);
        hears(leaving, "Authenticated[scope=read-write]");
        hears(staying, "Authenticated[scope=read-write]");

        clock.show(DAY.plusDays(1).atStartOfDay(), BERLIN);

        hears(leaving, "Denied[reason=permission-denied]");
        assertThat(staying.heardInHocuspocus().toString()).doesNotContain("Denied");
        clock.show(DAY.plusDays(2).atStartOfDay(), BERLIN);
        hears(staying, "Denied[reason=permission-denied]");
    }

    @Test
    void who_leaves_the_association_loses_what_her_office_opened_at_once() {
        Body committee = land.body(unit, BodyKind.COMMITTEE);
        MemberId goes = land.person();
        Membership home = land.at(unit, goes);
        land.elect(committee, Landscape.ASSESSOR, goes, DAY, DAY.plusDays(100));
        LiveClient leaving = open(motion(committee, goes), goes);
        hears(leaving, "Authenticated[scope=read-write]");
        workspace.getBean(Memberships.class).end(goes, home.id(), DAY.minusDays(1));
        hears(leaving, "Denied[reason=permission-denied]");
    }

    @Test
    void who_comes_into_office_at_midnight_writes_on_the_spot() {
        Body board = land.board(unit);
        MemberId comes = land.person();
        land.elect(board, Landscape.CHAIR, comes, DAY.plusDays(1), DAY.plusDays(2));
        MotionSummary motion =
                motions.draft(new DraftMotion(land.chairOf(unit), unit.id().subject(), empty()));
        LiveClient client = open(motion, comes);
        hears(client, "Authenticated[scope=readonly]");

        clock.show(DAY.plusDays(1).atStartOfDay(), BERLIN);
        hears(client, "Authenticated[scope=read-write]");
        clock.show(DAY.plusDays(3).atStartOfDay(), BERLIN);
        hears(client, "Denied[reason=permission-denied]");
    }

    private MotionSummary motion(Body body, MemberId author) {
        return motions.draft(new DraftMotion(author, body.id().subject(), empty()));
    }

    private static FirstContent empty() {
        return FirstContent.titled("Antrag");
    }

    private LiveClient open(MotionSummary motion, MemberId member) {
        String token = association.tokenOf(member);
        return LiveClient.hocuspocus(port)
                .send(
                        new HocuspocusMessage.Auth(
                                motion.document().toString(),
                                new HocuspocusMessage.Token(token, "4.8.0")));
    }

    private static void hears(LiveClient client, String words) {
        await().until(() -> client.heardInHocuspocus().toString().contains(words));
    }
}
