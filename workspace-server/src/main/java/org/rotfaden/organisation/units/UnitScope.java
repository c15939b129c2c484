package org.rotfaden.organisation.units;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rotfaden.security.MemberId;
import org.rotfaden.security.Permissions;
import org.rotfaden.security.Scope;
import org.rotfaden.security.Subject;
import org.rotfaden.security.SubjectScope;
import org.rotfaden.security.Visibility;
import org.springframework.stereotype.Component;

/// A unit lies below the units above it and the association; what it writes every member may read.
@Component
public class UnitScope implements SubjectScope, Visibility {

    private final Structures structures;
    private final Permissions permissions;

    UnitScope(Structures structures, Permissions permissions) {
        this.structures = structures;
        this.permissions = permissions;
    }

    @Override
    public String subjectType() {
        return UnitId.SUBJECT;
    }

    @Override
    public Optional<Scope> scopeOf(Subject subject) {
        var unit = new UnitId(subject.id());
        return structures.current().find(unit).map(_ -> Scope.open(subject, above(unit)));
    }

    @Override
    public boolean isSeenBy(MemberId reader, Subject subject) {
        return structures.current().find(new UnitId(subject.id())).isPresent()
                && !permissions.hasLeft(reader);
    }

    @Override
    public boolean hasAdministrators() {
        return true;
    }

    @Override
    public void hold(Subject subject) {
        structures.hold();
    }

    /// @throws UnitEnded when it is over
    @Override
    public void expectCurrent(Subject subject) {
        structures.current().getCurrent(new UnitId(subject.id()));
    }

    /// What lies above a unit: the units above it and the association.
    public List<Subject> above(UnitId unit) {
        List<Subject> above = new ArrayList<>();
        structures.current().above(unit).forEach(higher -> above.add(higher.id().subject()));
        above.add(Subject.ASSOCIATION);
        return above;
    }
}
