package org.rotfaden.organisation.bodies;

import java.util.List;
import org.rotfaden.association.Term;
import org.rotfaden.organisation.units.UnitId;

/// A body (Gremium) of a unit.
///
/// @param composition the rule by which it is made up, in words
/// @param termMonths how long those elected hold office, in months
/// @param seats its offices in their order
/// @param version rises with each change of the body or of who holds its offices
public record Body(
        BodyId id,
        String slug,
        UnitId unit,
        BodyKind kind,
        String name,
        String composition,
        int termMonths,
        List<Seat> seats,
        Term term,
        long version) {

    public Body {
        seats = List.copyOf(seats);
    }

    /// The seat with this title.
    ///
    /// @throws org.rotfaden.security.BrokenRule NO_SUCH_SEAT when the body has none of this title
    public Seat seat(String title) {
        return seats.stream()
                .filter(seat -> seat.title().equals(title))
                .findFirst()
                .orElseThrow(BodyObjection.NO_SUCH_SEAT::raised);
    }
}
