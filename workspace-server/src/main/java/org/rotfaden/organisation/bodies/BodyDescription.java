package org.rotfaden.organisation.bodies;

import java.util.List;
import org.rotfaden.association.Name;
import org.rotfaden.association.Wording;

/// What a body is: its kind, its name, how it is made up.
public record BodyDescription(
        BodyKind kind, Name name, String composition, int termMonths, List<Seat> seats) {

    private static final int LONGEST_TERM = 60;
    private static final int LONGEST_COMPOSITION = 2000;

    /// @throws org.rotfaden.security.BrokenRule INVALID_BODY when its term is not 1 to 60 months,
    ///   or two seats have the same title
    public BodyDescription {
        composition = Wording.of(composition);
        seats = seats.stream().map(Seat::readable).toList();
        if (termMonths < 1
                || termMonths > LONGEST_TERM
                || composition.length() > LONGEST_COMPOSITION
                || seats.stream().map(Seat::title).distinct().count() < seats.size()) {
            throw BodyObjection.INVALID_BODY.raised();
        }
    }
}
