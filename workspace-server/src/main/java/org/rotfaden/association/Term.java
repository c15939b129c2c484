package org.rotfaden.association;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// From one day to another, the last one included, or until further notice. Days are those of the
/// association's time zone.
public record Term(LocalDate from, @Nullable LocalDate lastDay) {

    /// @throws InvalidTerm when it would end more than a day before it begins; one that ends the
    ///   day before it begins was called off
    public Term {
        if (lastDay != null && lastDay.isBefore(from.minusDays(1))) {
            throw new InvalidTerm();
        }
    }

    public static Term since(LocalDate from) {
        return new Term(from, null);
    }

    public boolean includes(LocalDate day) {
        return !day.isBefore(from) && !isOverOn(day);
    }

    public boolean isOverOn(LocalDate day) {
        return lastDay != null && day.isAfter(lastDay);
    }

    /// The last day, where there is one.
    public Optional<LocalDate> end() {
        return Optional.ofNullable(lastDay);
    }
}
