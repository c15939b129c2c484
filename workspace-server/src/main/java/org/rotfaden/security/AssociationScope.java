package org.rotfaden.security;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// The association lies below nothing. Whoever belongs to it sees it.
@Component
class AssociationScope implements SubjectScope, Visibility {

    private final Permissions permissions;

    AssociationScope(Permissions permissions) {
        this.permissions = permissions;
    }

    @Override
    public String subjectType() {
        return Subject.ASSOCIATION.type();
    }

    @Override
    public Optional<Scope> scopeOf(Subject subject) {
        return Optional.of(Scope.open(subject, List.of()));
    }

    @Override
    public boolean isSeenBy(MemberId reader, Subject subject) {
        return subject.equals(Subject.ASSOCIATION) && !permissions.hasLeft(reader);
    }

    @Override
    public boolean hasAdministrators() {
        return true;
    }
}
