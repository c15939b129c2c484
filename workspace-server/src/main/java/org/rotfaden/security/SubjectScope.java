package org.rotfaden.security;

import java.util.Optional;

/// Knows where subjects of one type belong. Whoever owns the type implements it.
public interface SubjectScope {

    /// The [Subject#type] this one answers for.
    String subjectType();

    /// Where a subject belongs; nothing when there is no such subject.
    Optional<Scope> scopeOf(Subject subject);

    /// Keeps what lies above a subject as it is until the current transaction ends.
    default void hold(Subject subject) {
        // what lies above most subjects never changes
    }

    /// Goes on only with a subject at which roles can still be given.
    ///
    /// @throws BrokenRule with one of which only the history is left
    default void expectCurrent(Subject subject) {
        // most subjects never end
    }

    /// Whether somebody can be made an administrator of such a subject. What lies below a unit is
    /// administered with the unit: whoever could change an executive committee alone could make
    /// herself chair of the unit.
    default boolean hasAdministrators() {
        return false;
    }

    /// What whoever invites others to read or write such a subject needs to be allowed.
    default Permission authority() {
        return Permission.ADMINISTER;
    }
}
