package org.rotfaden.organisation.units;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.rotfaden.security.Grant;
import org.rotfaden.security.MemberId;
import org.rotfaden.security.Permission;
import org.rotfaden.security.Role;
import org.rotfaden.security.Subject;

/// Where somebody may do something, all places at once. [org.rotfaden.security.Permissions] answers
/// the same for one place.
///
/// @param everywhere whether in the whole association
/// @param here the units and groups whose own affairs it is about
/// @param below units: in all that belongs to them
public record Sight(MemberId by, boolean everywhere, List<Subject> here, List<Subject> below) {

    /// Where a member may do something by her roles.
    public static Sight of(
            MemberId by, List<Grant> grants, Permission permission, Structure structure) {
        List<Subject> reaching = places(grants, role -> role.allowsBelow(permission));
        List<Subject> below =
                reaching.stream()
                        .filter(place -> place.type().equals(UnitId.SUBJECT))
                        .map(place -> structure.within(new UnitId(place.id())))
                        .flatMap(Collection::stream)
                        .distinct()
                        .map(UnitId::subject)
                        .toList();
        return new Sight(
                by,
                reaching.contains(Subject.ASSOCIATION),
                places(grants, role -> role.allowsHere(permission)),
                below);
    }

    private static List<Subject> places(List<Grant> grants, Predicate<Role> allowing) {
        return grants.stream()
                .filter(grant -> allowing.test(grant.role()))
                .map(Grant::where)
                .distinct()
                .toList();
    }

    /// Units whose own affairs it is about, and those below.
    public UUID[] units() {
        return Stream.concat(here.stream(), below.stream())
                .filter(place -> place.type().equals(UnitId.SUBJECT))
                .map(Subject::id)
                .toArray(UUID[]::new);
    }

    public UUID[] unitsBelow() {
        return below.stream().map(Subject::id).toArray(UUID[]::new);
    }

    /// Those of one type whose own affairs it is about.
    public UUID[] here(String type) {
        return here.stream()
                .filter(place -> place.type().equals(type))
                .map(Subject::id)
                .toArray(UUID[]::new);
    }
}
