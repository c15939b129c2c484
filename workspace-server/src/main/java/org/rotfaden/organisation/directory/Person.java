package org.rotfaden.organisation.directory;

import java.util.List;
import org.rotfaden.association.Term;
import org.rotfaden.organisation.units.Unit;
import org.rotfaden.security.MemberId;
import org.rotfaden.security.Named;

/// What a member may see of a person.
///
/// @param offices those held, to come and over, the newest first
/// @param homes home units in which the reader may see names
/// @param groups groups in which the reader may see names
public record Person(
        MemberId id,
        String name,
        String slug,
        List<Held> offices,
        List<Unit> homes,
        List<Named> groups) {

    /// An office.
    public record Held(String title, String body, String bodySlug, Unit unit, Term term) {}

    public Person {
        offices = List.copyOf(offices);
        homes = List.copyOf(homes);
        groups = List.copyOf(groups);
    }
}
