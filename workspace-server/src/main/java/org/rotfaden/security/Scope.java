package org.rotfaden.security;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/// Where a subject belongs. Rights come down from above and never go up or sideways.
///
/// @param owners the subject itself and whom it belongs to: who may read or write because of a role
///   at one of them may do so with the subject
/// @param above what lies above the owners: roles that reach down are held there
public record Scope(Set<Subject> owners, Set<Subject> above) {

    public Scope {
        owners = Set.copyOf(owners);
        above = Set.copyOf(above);
    }

    public static Scope of(Subject subject, Collection<Subject> above) {
        return new Scope(Set.of(subject), Set.copyOf(above));
    }

    /// The scope of something that every member may read.
    public static Scope open(Subject subject, Collection<Subject> above) {
        return new Scope(Set.of(subject, Subject.EVERYBODY), Set.copyOf(above));
    }

    /// The keys of those who may do something with what has this scope.
    public Set<Key> keys(Permission permission) {
        var keys = new HashSet<Key>();
        owners.forEach(owner -> keys.add(Key.here(permission, owner)));
        if (Role.isEverAllowedBelow(permission)) {
            above.forEach(higher -> keys.add(Key.below(permission, higher)));
        }
        return keys;
    }

    /// The scope of something that belongs to whatever has this scope.
    public Scope around(Subject belonging) {
        var all = new HashSet<>(owners);
        all.add(belonging);
        return new Scope(all, above);
    }
}
