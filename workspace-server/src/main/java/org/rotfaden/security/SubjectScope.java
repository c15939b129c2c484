package org.rotfaden.security;

import java.util.Optional;

/// Knows where subjects of one type belong. Whoever owns the type implements it.
public interface SubjectScope {

    /// The [Subject#type] this one answers for.
    String subjectType();

    /// Where a subject belongs; nothing when there is no such subject.
    Optional<Scope> scopeOf(Subject subject);

    /// What whoever invites others to read or write such a subject needs to be allowed.
    default Permission authority() {
        return Permission.ADMINISTER;
    }
}
