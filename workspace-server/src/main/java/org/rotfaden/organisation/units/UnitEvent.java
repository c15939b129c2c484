package org.rotfaden.organisation.units;

import java.util.List;
import java.util.Optional;
import org.rotfaden.activity.KnownToEverybody;
import org.rotfaden.security.MemberId;
import org.rotfaden.security.Subject;

/// What happened to units. What belongs to a unit goes with it, inside the transaction.
public sealed interface UnitEvent extends KnownToEverybody {

    /// The unit, or the first of several.
    UnitId unit();

    @Override
    default Subject subject() {
        return unit().subject();
    }

    record Founded(MemberId by, UnitId unit) implements UnitEvent {}

    record Renamed(MemberId by, UnitId unit) implements UnitEvent {}

    record Moved(MemberId by, UnitId unit) implements UnitEvent {}

    record Merged(MemberId by, List<UnitId> units, UnitId into) implements UnitEvent {

        public Merged {
            units = List.copyOf(units);
        }

        @Override
        public UnitId unit() {
            return into;
        }
    }

    record Split(MemberId by, UnitId unit, List<UnitId> into) implements UnitEvent {

        public Split {
            into = List.copyOf(into);
        }
    }

    record Dissolved(MemberId by, UnitId unit, Optional<UnitId> above) implements UnitEvent {}

    /// Links or unions of units changed.
    record Joined(MemberId by, List<UnitId> units) implements UnitEvent {

        public Joined {
            units = List.copyOf(units);
        }

        @Override
        public UnitId unit() {
            return units.getFirst();
        }
    }
}
