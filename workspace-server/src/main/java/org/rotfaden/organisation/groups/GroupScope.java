package org.rotfaden.organisation.groups;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.rotfaden.organisation.units.UnitId;
import org.rotfaden.organisation.units.UnitScope;
import org.rotfaden.security.Permission;
import org.rotfaden.security.Scope;
import org.rotfaden.security.Subject;
import org.rotfaden.security.SubjectScope;
import org.springframework.stereotype.Component;

/// A group stands below its units and the association. What it writes only those in it read.
@Component
class GroupScope implements SubjectScope {

    private final GroupRows rows;
    private final UnitScope units;

    GroupScope(GroupRows rows, UnitScope units) {
        this.rows = rows;
        this.units = units;
    }

    @Override
    public String subjectType() {
        return WorkingGroupId.SUBJECT;
    }

    @Override
    public Optional<Scope> scopeOf(Subject subject) {
        return rows.unitsOf(new WorkingGroupId(subject.id()))
                .map(belongsTo -> Scope.of(subject, above(belongsTo)));
    }

    @Override
    public Permission authority() {
        return Permission.HOST;
    }

    /// As everywhere the trees come before the group's row.
    @Override
    public void hold(Subject subject) {
        units.hold(subject);
        rows.hold(new WorkingGroupId(subject.id()));
    }

    private Set<Subject> above(List<UnitId> belongsTo) {
        Set<Subject> above = new HashSet<>(Set.of(Subject.ASSOCIATION));
        belongsTo.forEach(unit -> {
            above.add(unit.subject());
            above.addAll(units.above(unit));
        });
        return above;
    }
}
