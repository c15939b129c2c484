package org.rotfaden.organisation.units;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rotfaden.security.Subject;

/// A unit (Gliederung) as it is today, or as it last was.
///
/// @param slug its place in addresses, which stays when the name changes
/// @param kind what it is called there: its own word, or that of its level
/// @param parent the unit above it; nothing at the top of a tree
/// @param since its first day
/// @param lastDay its last day, once that is over
/// @param version rises with each change
public record Unit(
        UnitId id,
        TreeId tree,
        String slug,
        String name,
        String kind,
        int level,
        @Nullable UnitId parent,
        LocalDate since,
        @Nullable LocalDate lastDay,
        long version) {

    public boolean isOver() {
        return lastDay != null;
    }

    /// The unit above, where there is one.
    public Optional<UnitId> above() {
        return Optional.ofNullable(parent);
    }

    /// Where authority over this unit's place in the tree lies: the unit above it, or the whole
    /// association.
    public Subject placeAbove() {
        return parent == null ? Subject.ASSOCIATION : parent.subject();
    }
}
