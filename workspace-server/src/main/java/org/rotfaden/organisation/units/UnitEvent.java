package org.rotfaden.organisation.units;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

    /// What else is another because of it: it is listed there, or stands below it.
    Set<Subject> beside();

    @Override
    default Set<Subject> concerned() {
        return Stream.concat(Stream.of(subject()), beside().stream()).collect(Collectors.toSet());
    }

    /// What happened to the place of units in their tree.
    sealed interface OfTheTree extends UnitEvent {

        Neighbours neighbours();

        @Override
        default Set<Subject> beside() {
            return neighbours().subjects();
        }
    }

    /// What lists some units, and what they list: the units right above and right below them, or
    /// the association where they are at the top.
    record Neighbours(@JsonValue Set<Subject> subjects) {

        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public Neighbours {
            subjects = Set.copyOf(subjects);
        }

        Neighbours and(Subject another) {
            return new Neighbours(
                    Stream.concat(subjects.stream(), Stream.of(another))
                            .collect(Collectors.toSet()));
        }
    }

    record Founded(MemberId by, UnitId unit, Neighbours neighbours) implements OfTheTree {}

    record Renamed(MemberId by, UnitId unit, Neighbours neighbours) implements OfTheTree {}

    record Moved(MemberId by, UnitId unit, Neighbours neighbours) implements OfTheTree {}

    record Merged(MemberId by, List<UnitId> units, UnitId into, Neighbours neighbours)
            implements OfTheTree {

        public Merged {
            units = List.copyOf(units);
        }

        @Override
        public UnitId unit() {
            return into;
        }

        @Override
        public Set<Subject> beside() {
            return Stream.concat(
                            units.stream().map(UnitId::subject), neighbours.subjects().stream())
                    .collect(Collectors.toSet());
        }
    }

    record Split(MemberId by, UnitId unit, List<UnitId> into, Neighbours neighbours)
            implements OfTheTree {

        public Split {
            into = List.copyOf(into);
        }
    }

    record Dissolved(MemberId by, UnitId unit, Optional<UnitId> above, Neighbours neighbours)
            implements OfTheTree {}

    /// Links or unions of units began or ended.
    record Joined(MemberId by, List<UnitId> units) implements UnitEvent {

        public Joined {
            units = List.copyOf(units);
        }

        @Override
        public UnitId unit() {
            return units.getFirst();
        }

        @Override
        public Set<Subject> beside() {
            return units.stream().map(UnitId::subject).collect(Collectors.toSet());
        }
    }
}
