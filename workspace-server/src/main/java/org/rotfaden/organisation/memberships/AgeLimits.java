package org.rotfaden.organisation.memberships;

import java.time.LocalDate;
import java.util.NavigableMap;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The age limits of a unit, as they follow each other.
///
/// @param from the age from which one is too old, by the day from which that holds; nothing where
///   none does
record AgeLimits(NavigableMap<LocalDate, Optional<Integer>> from) {

    /// The last day on which somebody is not too old: the one before the birthday, or before a
    /// limit begins that was reached already.
    @Nullable LocalDate lastDay(LocalDate born) {
        for (var limit : from.entrySet()) {
            LocalDate next = from.higherKey(limit.getKey());
            if (limit.getValue().isPresent()) {
                LocalDate byAge = AgeLimit.lastDay(born, limit.getValue().get());
                if (byAge.isBefore(limit.getKey())) {
                    return limit.getKey().minusDays(1);
                }
                if (next == null || byAge.isBefore(next.minusDays(1))) {
                    return byAge;
                }
            }
        }
        return null;
    }
}
