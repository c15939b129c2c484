package org.rotfaden.motions;

import java.util.List;
import java.util.Optional;
import org.rotfaden.security.Scope;
import org.rotfaden.security.Subject;
import org.rotfaden.security.SubjectScope;
import org.springframework.stereotype.Component;

/// Motions belong to the association.
@Component
class MotionScope implements SubjectScope {

    @Override
    public String subjectType() {
        return Motions.SUBJECT;
    }

    @Override
    public Optional<Scope> scopeOf(Subject motion) {
        return Optional.of(Scope.of(motion, List.of(Subject.ASSOCIATION)));
    }
}
