package org.rotfaden.organisation.bodies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.rotfaden.organisation.bodies.Board.CHAIR;
import static org.rotfaden.organisation.bodies.Board.as;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rotfaden.Association;
import org.rotfaden.DaysBegun;
import org.rotfaden.MovableClock;
import org.rotfaden.WorkspaceTest;
import org.rotfaden.activity.Told;
import org.rotfaden.association.AssociationSettings;
import org.rotfaden.association.Associations;
import org.rotfaden.members.Member;
import org.rotfaden.members.Right;
import org.rotfaden.realtime.LiveTopics;
import org.rotfaden.security.Permission;
import org.rotfaden.security.Permissions;
import org.rotfaden.security.RightsChanged;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ConfigurableApplicationContext;

/// The clock goes on, and nobody does anything.
@WorkspaceTest
class OfficesAtMidnightTests {

    private static final ZoneId AZORES = ZoneId.of("Atlantic/Azores");
    private final Queue<RightsChanged> told = new ConcurrentLinkedQueue<>();
    private Runnable stop = () -> {};

    @Autowired private ConfigurableApplicationContext workspace;
    @Autowired private LiveTopics topics;
    @Autowired private Association association;
    @Autowired private Associations associations;
    @Autowired private Permissions permissions;
    @Autowired private MovableClock clock;
    @Autowired private DaysBegun days;

    @BeforeEach
    void listen() {
        stop = topics.follow(Set.of(), new RightsOnly());
    }

    @AfterEach
    void stop_listening() {
        stop.run();
    }

    /// On the Azores a day begins an hour after it does in UTC, and two hours after it does in
    /// Berlin.
    @Test
    void an_office_ends_by_itself_at_midnight_where_the_association_is() {
        associations.found(new AssociationSettings("Inselverband", Locale.GERMAN, AZORES, null));
        days.live(LocalDate.of(2027, 3, 1).atTime(12, 0), AZORES);
        LocalDate last = LocalDate.of(2027, 11, 30);
        Board board = Board.found(workspace);
        Member dilek = association.newcomer(Right.WRITE);
        board.elect(LocalDate.of(2027, 3, 1), last, as(CHAIR, dilek));

        told.clear();
        clock.show(last.atTime(23, 59, 30), AZORES);
        assertThat(mayWrite(dilek, board)).as("the last day is included").isTrue();
        assertThat(clock.instant().atZone(ZoneId.of("Europe/Berlin")).toLocalDate())
                .as("in Berlin it is over")
                .isAfter(last);
        awaitDayBegun();

        clock.show(last.plusDays(1).atStartOfDay(), AZORES);
        assertThat(mayWrite(dilek, board)).isFalse();
        assertThat(board.inOffice()).isEmpty();
        awaitDayBegun();
    }

    private final class RightsOnly implements LiveTopics.Listener {

        @Override
        public void happened(Told happened) {
            // of no interest here
        }

        @Override
        public void rightsChanged(RightsChanged changed) {
            told.add(changed);
        }

        @Override
        public void missed() {
            // nothing can be
        }
    }

    /// Open pages and sockets look again.
    private void awaitDayBegun() {
        await().atMost(Duration.ofSeconds(10))
                .until(() -> told.contains(RightsChanged.ofEverybody()));
        told.clear();
    }

    private boolean mayWrite(Member member, Board board) {
        return permissions.allows(member.id(), Permission.ACT_FOR, board.id().subject());
    }
}
