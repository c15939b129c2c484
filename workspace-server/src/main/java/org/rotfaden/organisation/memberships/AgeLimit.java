package org.rotfaden.organisation.memberships;

import java.time.LocalDate;
import java.time.MonthDay;

/// When somebody reaches an age.
final class AgeLimit {

    private static final MonthDay LEAP_DAY = MonthDay.of(2, 29);

    private AgeLimit() {}

    /// The last day on which somebody is younger than an age: the one before the birthday. Who was
    /// born on 29 February has it on 1 March in other years (§ 187 (2), § 188 (2) BGB).
    static LocalDate lastDay(LocalDate born, int years) {
        LocalDate birthday = born.plusYears(years);
        boolean isLate = MonthDay.from(born).equals(LEAP_DAY) && !birthday.isLeapYear();
        return isLate ? birthday : birthday.minusDays(1);
    }
}
