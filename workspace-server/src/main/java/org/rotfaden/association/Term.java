package org.rotfaden.association;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// From one day to another, the last one included, or until further notice. Days are those of the
/// association's time zone.
public record Term(LocalDate from, @Nullable LocalDate lastDay) {

    /// The first and the last day that anybody writes down: years have four digits.
    public static final LocalDate EARLIEST = LocalDate.of(1000, 1, 1);

    public static final LocalDate LATEST = LocalDate.of(9999, 12, 31);

    /// @throws org.rotfaden.security.BrokenRule INVALID_TERM when it would end more than a day
    ///   before it begins; one that ends the day before it begins was called off
    public Term {
        if (lastDay != null && lastDay.isBefore(from) && lastDay.plusDays(1).isBefore(from)) {
            throw AssociationObjection.INVALID_TERM.raised();
        }
    }

    /// The one in the columns `from_day` and `last_day`.
    public static Term of(ResultSet row) throws SQLException {
        return new Term(
                row.getObject("from_day", LocalDate.class),
                row.getObject("last_day", LocalDate.class));
    }

    public static Term since(LocalDate from) {
        return new Term(from, null);
    }

    /// Goes on with what may begin: a term that has a day, of days that can be written down.
    ///
    /// @throws org.rotfaden.security.BrokenRule INVALID_TERM otherwise
    public Term orRefuse() {
        if (isEmpty()) {
            throw AssociationObjection.INVALID_TERM.raised();
        }
        expectPossible(from);
        end().ifPresent(Term::expectPossible);
        return this;
    }

    /// Goes on with a day that can be written down.
    ///
    /// @throws org.rotfaden.security.BrokenRule INVALID_TERM when it lies too far off
    public static void expectPossible(LocalDate day) {
        if (!isPossible(day)) {
            throw AssociationObjection.INVALID_TERM.raised();
        }
    }

    /// Whether a day can be written down.
    public static boolean isPossible(LocalDate day) {
        return !day.isBefore(EARLIEST) && !day.isAfter(LATEST);
    }

    /// Whether it was called off before it began.
    public boolean isEmpty() {
        return isOverOn(from);
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
