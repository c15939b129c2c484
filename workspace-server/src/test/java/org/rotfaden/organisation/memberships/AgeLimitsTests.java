package org.rotfaden.organisation.memberships;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

/// Ends by age against looking at each day.
class AgeLimitsTests {

    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);

    @Provide
    Arbitrary<Map<Integer, Optional<Integer>>> limits() {
        return Arbitraries.maps(
                        Arbitraries.integers().between(1, 900),
                        Arbitraries.integers().between(25, 40).optional())
                .ofMaxSize(4);
    }

    @Property(tries = 500)
    void the_end_is_the_day_before_the_first_one_on_which_a_limit_is_reached(
            @ForAll("limits") Map<Integer, Optional<Integer>> later,
            @ForAll("births") LocalDate born,
            @ForAll("ages") Optional<Integer> now) {
        var limits = new TreeMap<LocalDate, Optional<Integer>>();
        limits.put(FIRST, now);
        later.forEach((day, limit) -> limits.put(FIRST.plusDays(day), limit));
        assertThat(new AgeLimits(limits).lastDay(born)).isEqualTo(dayByDay(limits, born));
    }

    @Provide
    Arbitrary<LocalDate> births() {
        return Arbitraries.integers()
                .between(0, 366 * 20)
                .map(day -> LocalDate.of(1985, 1, 1).plusDays(day));
    }

    @Provide
    Arbitrary<Optional<Integer>> ages() {
        return Arbitraries.integers().between(25, 40).optional();
    }

    private static @Nullable LocalDate dayByDay(
            NavigableMap<LocalDate, Optional<Integer>> limits, LocalDate born) {
        return FIRST.datesUntil(LocalDate.of(2050, 1, 1))
                .filter(day ->
                        limits.floorEntry(day).getValue().stream()
                                .anyMatch(limit -> !isYounger(born, limit, day)))
                .findFirst()
                .map(day -> day.minusDays(1))
                .orElse(null);
    }

    private static boolean isYounger(LocalDate born, int age, LocalDate day) {
        int years = day.getYear() - born.getYear();
        boolean hadBirthday =
                day.getMonthValue() * 100 + day.getDayOfMonth()
                        >= born.getMonthValue() * 100 + born.getDayOfMonth();
        return (hadBirthday ? years : years - 1) < age;
    }
}
