package org.rotfaden.organisation.units;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rotfaden.security.MemberId;

/// What happened to units. Told inside the transaction, so that what belongs to a unit goes with
/// it. Where homes may end with it, whoever did it is named.
public sealed interface UnitEvent {

    /// A part of a unit that was split.
    ///
    /// @param members whose home it becomes; the first part takes all who are named for none
    record Part(UnitId unit, List<MemberId> members) {}

    record Founded(UnitId unit) implements UnitEvent {}

    record Renamed(UnitId unit) implements UnitEvent {}

    record Moved(MemberId by, UnitId unit) implements UnitEvent {}

    record Merged(MemberId by, List<UnitId> units, UnitId into) implements UnitEvent {}

    record Split(MemberId by, UnitId unit, List<Part> into) implements UnitEvent {}

    record Dissolved(MemberId by, UnitId unit, @Nullable UnitId above) implements UnitEvent {}

    /// Links or unions of units changed.
    record Joined(List<UnitId> units) implements UnitEvent {}
}
