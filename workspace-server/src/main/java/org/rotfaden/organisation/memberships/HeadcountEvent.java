package org.rotfaden.organisation.memberships;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rotfaden.activity.KnownToEverybody;
import org.rotfaden.organisation.units.UnitId;
import org.rotfaden.security.MemberId;
import org.rotfaden.security.Subject;

/// How many belong to units. That everybody may know; who, [MembershipEvent] tells fewer.
public sealed interface HeadcountEvent extends KnownToEverybody {

    /// Somebody joined or left.
    ///
    /// @param units where, and all above
    record Changed(List<UnitId> units) implements HeadcountEvent {

        public Changed {
            units = List.copyOf(units);
        }

        @Override
        public @Nullable MemberId by() {
            return null;
        }

        @Override
        public Subject subject() {
            return units.getFirst().subject();
        }

        @Override
        public Set<Subject> concerned() {
            return units.stream().map(UnitId::subject).collect(Collectors.toSet());
        }
    }
}
