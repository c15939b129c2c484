package org.rotfaden.security;

import java.util.Collection;
import java.util.Collections;
import java.util.Set;

/// What somebody may do has changed, or may have.
public sealed interface RightsChanged {

    /// Whether it changes what a member may do with what she looks at.
    ///
    /// @param places where she has roles, and what she looks at
    boolean concerns(MemberId member, Set<Subject> places);

    /// These have other roles.
    record OfMembers(Set<MemberId> members) implements RightsChanged {

        public OfMembers {
            members = Set.copyOf(members);
        }

        @Override
        public boolean concerns(MemberId member, Set<Subject> places) {
            return members.contains(member);
        }
    }

    /// Roles at these allow something else, or reach elsewhere.
    record RolesAt(Set<Subject> places) implements RightsChanged {

        public RolesAt {
            places = Set.copyOf(places);
        }

        @Override
        public boolean concerns(MemberId member, Set<Subject> places) {
            return !Collections.disjoint(this.places, places);
        }
    }

    /// This belongs to another now. Nobody's roles have changed.
    record Belonging(Subject subject) implements RightsChanged {

        @Override
        public boolean concerns(MemberId member, Set<Subject> places) {
            return places.contains(subject);
        }
    }

    /// A day began: terms of anybody may have begun or ended with it.
    record OfEverybody() implements RightsChanged {

        @Override
        public boolean concerns(MemberId member, Set<Subject> places) {
            return true;
        }
    }

    static RightsChanged of(MemberId member) {
        return new OfMembers(Set.of(member));
    }

    static RightsChanged of(Collection<MemberId> members) {
        return new OfMembers(Set.copyOf(members));
    }

    static RightsChanged rolesAt(Collection<Subject> places) {
        return new RolesAt(Set.copyOf(places));
    }

    static RightsChanged rolesAt(Subject place) {
        return new RolesAt(Set.of(place));
    }

    static RightsChanged belonging(Subject subject) {
        return new Belonging(subject);
    }

    static RightsChanged ofEverybody() {
        return new OfEverybody();
    }
}
