package org.rotfaden.members;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.rotfaden.Association;
import org.rotfaden.MovableClock;
import org.rotfaden.WorkspaceTest;
import org.rotfaden.association.Name;
import org.rotfaden.security.Subject;
import org.springframework.beans.factory.annotation.Autowired;

@WorkspaceTest
class DayOfBirthTests {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final LocalDate DAY = LocalDate.of(2027, 6, 15);

    @Autowired private Members members;
    @Autowired private Association association;
    @Autowired private MovableClock clock;

    /// In Greenwich it is the day before.
    @Test
    void right_after_midnight_somebody_may_be_born_today_and_nobody_tomorrow() {
        clock.show(DAY.atTime(0, 30), BERLIN);
        assertThat(admit("heute", DAY).member().born()).isEqualTo(DAY);
        assertThatThrownBy(() -> admit("morgen", DAY.plusDays(1))).hasMessage("INVALID_BORN");
    }

    private Admitted admit(String mailbox, LocalDate born) {
        return members.admit(
                association.anna().id(),
                new NewMember(
                        new Name("Greta"), new Email(mailbox + "@example.org"), Right.READ, born),
                Subject.ASSOCIATION);
    }
}
