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

    /// What whoever invites others to read or write such a subject needs to be allowed.
    default Permission authority() {
        return Permission.ADMINISTER;
    }
}
