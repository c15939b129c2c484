package org.rotfaden.organisation.memberships;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.rotfaden.members.Members;
import org.rotfaden.organisation.units.UnitScope;
import org.rotfaden.security.MemberId;
import org.rotfaden.security.Permission;
import org.rotfaden.security.Scope;
import org.rotfaden.security.Subject;
import org.rotfaden.security.SubjectScope;
import org.rotfaden.security.Visibility;
import org.springframework.stereotype.Component;

/// A member stands below her home units.
@Component
class MemberScope implements SubjectScope, Visibility {

    private final Members members;
    private final Memberships memberships;
    private final UnitScope units;

    MemberScope(Members members, Memberships memberships, UnitScope units) {
        this.members = members;
        this.memberships = memberships;
        this.units = units;
    }

    @Override
    public String subjectType() {
        return Members.SUBJECT;
    }

    @Override
    public Optional<Scope> scopeOf(Subject subject) {
        var member = new MemberId(subject.id());
        return members.find(member).map(_ -> Scope.of(subject, above(member)));
    }

    /// What happens to somebody, her log-ins among it, is for herself, be it only how much.
    @Override
    public boolean isSeenBy(MemberId reader, Subject subject) {
        return subject.equals(Members.subjectOf(reader));
    }

    /// As everywhere the trees come before the member's row.
    @Override
    public void hold(Subject subject) {
        units.hold(subject);
        memberships.hold(new MemberId(subject.id()));
    }

    /// What is one's own one opens to others oneself, nobody else.
    @Override
    public Permission authority() {
        return Permission.ACT_FOR;
    }

    private Set<Subject> above(MemberId member) {
        Set<Subject> above = new HashSet<>(Set.of(Subject.ASSOCIATION));
        memberships
                .current(member)
                .forEach(home -> {
                    above.add(home.unit().subject());
                    above.addAll(units.above(home.unit()));
                });
        return above;
    }
}
