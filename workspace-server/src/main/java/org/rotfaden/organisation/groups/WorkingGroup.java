package org.rotfaden.organisation.groups;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rotfaden.organisation.units.UnitId;

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

    public boolean isArchived() {
        return archivedOn != null;
    }
}
