package org.rotfaden.organisation.bodies;

import java.time.LocalDate;
import java.util.List;
import org.rotfaden.association.Term;
import org.rotfaden.association.Wording;
import org.rotfaden.security.MemberId;

/// The result of an election as it is written down.
///
/// @param term from the first to the last day in office; the last one is known
/// @param electedBy who elected, in words, for example `Jahreshauptversammlung`
public record Election(
        BodyId body, List<Elected> elected, Term term, LocalDate electedOn, String electedBy) {

    /// Somebody who was elected.
    ///
    /// @param title of which seat
    public record Elected(String title, MemberId member) {}

    private static final int LONGEST_WORDS = 100;

    /// @throws org.rotfaden.security.BrokenRule INVALID_ELECTION when nobody is named, or the term
    ///   has no last day
    /// @throws org.rotfaden.security.BrokenRule INVALID_TERM when it ends before it begins, or a
    ///   day lies too far off
    /// @throws org.rotfaden.security.BrokenRule TOO_MANY_FOR_SEAT when somebody is named twice for
    ///   a seat
    public Election {
        elected = List.copyOf(elected);
        electedBy = Wording.of(electedBy);
        term.orRefuse();
        Term.expectPossible(electedOn);
        if (elected.isEmpty()
                || term.end().isEmpty()
                || electedBy.length() > LONGEST_WORDS
                || !Wording.isOneLine(electedBy)) {
            throw BodyObjection.INVALID_ELECTION.raised();
        }
        if (elected.stream().distinct().count() < elected.size()) {
            throw BodyObjection.TOO_MANY_FOR_SEAT.raised();
        }
    }
}
