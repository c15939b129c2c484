package org.rotfaden.security;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// The association lies below nothing.
@Component
class AssociationScope implements SubjectScope {

    @Override
    public String subjectType() {
        return Subject.ASSOCIATION.type();
    }

    @Override
    public Optional<Scope> scopeOf(Subject subject) {
        return Optional.of(Scope.open(subject, List.of()));
    }

    @Override
    public boolean hasAdministrators() {
        return true;
    }
}
