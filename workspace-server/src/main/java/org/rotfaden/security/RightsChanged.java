package org.rotfaden.security;

import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;

/// What somebody may do has changed, or may have.
///
/// @param members these have other roles
/// @param rolesAt roles at these allow something else, or reach elsewhere
/// @param belonging these belong to another now; nobody's roles have changed by that
/// @param everybody a day began: terms of anybody may have begun or ended with it
public record RightsChanged(
        Set<MemberId> members, Set<Subject> rolesAt, Set<Subject> belonging, boolean everybody) {

    public RightsChanged {
        members = Set.copyOf(members);
        rolesAt = Set.copyOf(rolesAt);
        belonging = Set.copyOf(belonging);
    }

    /// Nobody's.
    public static RightsChanged none() {
        return new RightsChanged(Set.of(), Set.of(), Set.of(), false);
    }

    public static RightsChanged of(MemberId member) {
        return of(Set.of(member));
    }

    public static RightsChanged of(Collection<MemberId> members) {
        return new RightsChanged(Set.copyOf(members), Set.of(), Set.of(), false);
    }

    public static RightsChanged rolesAt(Subject place) {
        return rolesAt(Set.of(place));
    }

    public static RightsChanged rolesAt(Collection<Subject> places) {
        return new RightsChanged(Set.of(), Set.copyOf(places), Set.of(), false);
    }

    public static RightsChanged belonging(Subject subject) {
        return new RightsChanged(Set.of(), Set.of(), Set.of(subject), false);
    }

    public static RightsChanged ofEverybody() {
        return new RightsChanged(Set.of(), Set.of(), Set.of(), true);
    }

    /// These and those.
    public RightsChanged and(RightsChanged others) {
        return new RightsChanged(
                joined(members, others.members),
                joined(rolesAt, others.rolesAt),
                joined(belonging, others.belonging),
                everybody || others.everybody);
    }

    public boolean isNone() {
        return equals(none());
    }

    /// Whether it changes what a member may do with what she looks at.
    ///
    /// @param places where she has roles, and what she looks at
    public boolean concerns(MemberId member, Set<Subject> places) {
        return everybody
                || members.contains(member)
                || !Collections.disjoint(rolesAt, places)
                || !Collections.disjoint(belonging, places);
    }

    private static <T> Set<T> joined(Set<T> some, Set<T> others) {
        Set<T> all = new HashSet<>(some);
        all.addAll(others);
        return all;
    }
}
