package org.rotfaden.organisation.bodies;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rotfaden.activity.Addressed;
import org.rotfaden.activity.KnownToEverybody;
import org.rotfaden.organisation.units.UnitId;
import org.rotfaden.security.MemberId;
import org.rotfaden.security.Subject;

/// What happened to bodies. Everybody knows of them; whose names may be seen is asked elsewhere.
public sealed interface BodyEvent extends KnownToEverybody {

    BodyId body();

    UnitId unit();

    @Override
    default Subject subject() {
        return body().subject();
    }

    /// The unit lists it.
    @Override
    default Set<Subject> concerned() {
        return Set.of(subject(), unit().subject());
    }

    record Founded(MemberId by, BodyId body, UnitId unit) implements BodyEvent {}

    /// It is described otherwise, or ended.
    record Changed(MemberId by, BodyId body, UnitId unit) implements BodyEvent {}

    /// Others hold its offices, or will.
    ///
    /// @param holders whose offices they are, were or will be
    /// @param elected those of them who were given one
    record OfficesChanged(
            MemberId by, BodyId body, UnitId unit, Set<MemberId> holders, Set<MemberId> elected)
            implements BodyEvent {

        public OfficesChanged {
            holders = Set.copyOf(holders);
            elected = Set.copyOf(elected);
        }

        @Override
        public List<Addressed> addressed() {
            return elected.stream()
                    .map(member -> Addressed.inPerson(member, "OFFICE_GIVEN"))
                    .toList();
        }

        @Override
        public Set<Subject> concerned() {
            return Stream.concat(
                            Stream.of(subject(), unit.subject()),
                            holders.stream().map(MemberId::subject))
                    .collect(Collectors.toSet());
        }
    }
}
