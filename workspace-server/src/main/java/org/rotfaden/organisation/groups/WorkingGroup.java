package org.rotfaden.organisation.groups;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rotfaden.organisation.units.UnitId;
import org.rotfaden.security.Subject;

/// A working group or interest group.
///
/// @param units to which it belongs: one, several or none
/// @param archivedOn the day from which on it is only read
/// @param version rises with each change
public record WorkingGroup(
        WorkingGroupId id,
        String slug,
        String name,
        String purpose,
        GroupKind kind,
        Admission admission,
        List<UnitId> units,
        LocalDate foundedOn,
        @Nullable LocalDate archivedOn,
        long version) {

    public WorkingGroup {
        units = List.copyOf(units);
    }

    /// Where it belongs: its units, or the association.
    Set<Subject> places() {
        return units.isEmpty()
                ? Set.of(Subject.ASSOCIATION)
                : units.stream().map(UnitId::subject).collect(Collectors.toUnmodifiableSet());
    }

    /// Where everybody finds it: nowhere while it is for the invited only.
    Set<Subject> listed() {
        return admission == Admission.INVITED ? Set.of() : places();
    }

    public boolean isArchived() {
        return archivedOn != null;
    }
}
