package org.rotfaden.organisation.bodies;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.rotfaden.organisation.units.UnitId;
import org.rotfaden.organisation.units.UnitScope;
import org.rotfaden.security.MemberId;
import org.rotfaden.security.Permissions;
import org.rotfaden.security.Scope;
import org.rotfaden.security.Subject;
import org.rotfaden.security.SubjectScope;
import org.rotfaden.security.Visibility;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// A body stands below its unit. What it writes only those in it read, until it is submitted.
@Component
class BodyScope implements SubjectScope, Visibility {

    private final JdbcClient jdbc;
    private final Bodies bodies;
    private final UnitScope units;
    private final Permissions permissions;

    BodyScope(JdbcClient jdbc, Bodies bodies, UnitScope units, Permissions permissions) {
        this.jdbc = jdbc;
        this.bodies = bodies;
        this.units = units;
        this.permissions = permissions;
    }

    @Override
    public String subjectType() {
        return BodyId.SUBJECT;
    }

    @Override
    public Optional<Scope> scopeOf(Subject subject) {
        return jdbc.sql("select unit_id from body where id = ?")
                .param(subject.id())
                .query(UUID.class)
                .optional()
                .map(UnitId::new)
                .map(unit -> Scope.of(subject, above(unit)));
    }

    @Override
    public boolean isSeenBy(MemberId reader, Subject subject) {
        return bodies.find(new BodyId(subject.id())).isPresent() && !permissions.hasLeft(reader);
    }

    @Override
    public void hold(Subject subject) {
        units.hold(subject);
    }

    /// @throws BodyEnded when it has
    @Override
    public void expectCurrent(Subject subject) {
        bodies.getCurrent(new BodyId(subject.id()));
    }

    private Set<Subject> above(UnitId unit) {
        Set<Subject> above = new HashSet<>(units.above(unit));
        above.add(unit.subject());
        return above;
    }
}
