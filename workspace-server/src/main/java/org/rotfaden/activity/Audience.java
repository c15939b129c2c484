package org.rotfaden.activity;

import java.util.HashSet;
import java.util.Set;
import org.rotfaden.security.Key;
import org.rotfaden.security.MemberId;
import org.rotfaden.security.Permission;
import org.rotfaden.security.Subject;

/// Who may know that something happened: some members, and all who may do something with some
/// subjects.
///
/// @param keys whoever holds one of these
/// @param asked whoever may do one of these
public record Audience(Set<Key> keys, Set<Question> asked) {

    /// Who may do this?
    public record Question(Permission permission, Subject subject) {}

    public Audience {
        keys = Set.copyOf(keys);
        asked = Set.copyOf(asked);
    }

    /// Everybody who belongs to the association.
    public static Audience everybody() {
        return new Audience(Set.of(Key.everybodys()), Set.of());
    }

    /// This member alone.
    public static Audience only(MemberId member) {
        return new Audience(Set.of(Key.own(member)), Set.of());
    }

    public static Audience whoMay(Permission permission, Subject subject) {
        return new Audience(Set.of(), Set.of(new Question(permission, subject)));
    }

    /// These and those.
    public Audience and(Audience others) {
        return new Audience(joined(keys, others.keys), joined(asked, others.asked));
    }

    private static <T> Set<T> joined(Set<T> some, Set<T> others) {
        Set<T> all = new HashSet<>(some);
        all.addAll(others);
        return all;
    }
}
