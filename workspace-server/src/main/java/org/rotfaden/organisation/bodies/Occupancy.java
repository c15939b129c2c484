package org.rotfaden.organisation.bodies;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.rotfaden.association.Term;

/// How many hold the offices of a body at the same time.
record Occupancy(List<Office> offices) {

    /// The most who hold an office on one day of a term. Their number rises only on days on which
    /// somebody begins.
    long most(String title, Term term) {
        List<Term> terms =
                offices.stream()
                        .filter(office -> office.title().equals(title))
                        .map(Office::term)
                        .toList();
        return Stream.concat(Stream.of(term.from()), terms.stream().map(Term::from))
                .filter(term::includes)
                .mapToLong(day -> heldOn(day, terms))
                .max()
                .orElse(0);
    }

    private static long heldOn(LocalDate day, List<Term> terms) {
        return terms.stream().filter(held -> held.includes(day)).count();
    }
}
