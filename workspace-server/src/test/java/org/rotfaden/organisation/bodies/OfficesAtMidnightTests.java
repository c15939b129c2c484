package org.rotfaden.organisation.bodies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.rotfaden.organisation.bodies.Board.CHAIR;
import static org.rotfaden.organisation.bodies.Board.as;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.rotfaden.Association;
import org.rotfaden.WorkspaceTest;
import org.rotfaden.association.AssociationSettings;
import org.rotfaden.association.Associations;
import org.rotfaden.members.Member;
import org.rotfaden.members.Right;
import org.rotfaden.security.Permission;
import org.rotfaden.security.Permissions;
import org.rotfaden.security.RightsChanged;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.context.event.EventListener;

/// The clock goes on, and nobody does anything.
@WorkspaceTest
class OfficesAtMidnightTests {

    private static final ZoneId AZORES = ZoneId.of("Atlantic/Azores");
    private static final MovableClock CLOCK = new MovableClock();
    private static final Queue<RightsChanged> TOLD = new ConcurrentLinkedQueue<>();

    /// Shows what the test says.
    private static final class MovableClock extends Clock {

        private volatile Instant now = Instant.parse("2027-03-01T12:00:00Z");

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Instant instant() {
            return now;
        }

        void show(LocalDate day, LocalTime time, ZoneId zone) {
            now = ZonedDateTime.of(day, time, zone).toInstant();
        }
    }

    @Autowired private ApplicationContext workspace;
    @Autowired private Association association;
    @Autowired private Associations associations;
    @Autowired private Permissions permissions;

    @TestConfiguration
    static class Time {

        @Bean
        @Primary
        Clock movableClock() {
            return CLOCK;
        }

        @EventListener
        void on(RightsChanged changed) {
            TOLD.add(changed);
        }
    }

    /// On the Azores a day begins an hour after it does in UTC, and two hours after it does in
    /// Berlin.
    @Test
    void an_office_ends_by_itself_at_midnight_where_the_association_is() {
        associations.found(new AssociationSettings("Inselverband", Locale.GERMAN, AZORES, null));
        LocalDate last = LocalDate.of(2027, 11, 30);
        Board board = Board.found(workspace);
        Member dilek = association.newcomer(Right.WRITE);
        board.elect(LocalDate.of(2027, 3, 1), last, as(CHAIR, dilek));

        TOLD.clear();
        CLOCK.show(last, LocalTime.of(23, 59, 59), AZORES);
        assertThat(mayWrite(dilek, board)).as("the last day is included").isTrue();
        assertThat(CLOCK.instant().atZone(ZoneId.of("Europe/Berlin")).toLocalDate())
                .as("in Berlin it is over")
                .isAfter(last);
        awaitDayBegun();

        CLOCK.show(last.plusDays(1), LocalTime.MIDNIGHT, AZORES);
        assertThat(mayWrite(dilek, board)).isFalse();
        assertThat(board.inOffice()).isEmpty();
        awaitDayBegun();
    }

    /// Open pages and sockets look again.
    private static void awaitDayBegun() {
        await().atMost(Duration.ofSeconds(10))
                .until(() -> TOLD.contains(RightsChanged.ofEverybody()));
        TOLD.clear();
    }

    private boolean mayWrite(Member member, Board board) {
        return permissions.allows(member.id(), Permission.WRITE_MOTIONS, board.id().subject());
    }
}
