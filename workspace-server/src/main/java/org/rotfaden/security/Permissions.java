package org.rotfaden.security;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;

/// The one place that decides who may do what. An answer always has its reason: the grant that
/// allows it, or why there is none.
@Service
public class Permissions {

    private final ObjectProvider<GrantSource> sources;
    private final ObjectProvider<SubjectScope> scopes;

    Permissions(ObjectProvider<GrantSource> sources, ObjectProvider<SubjectScope> scopes) {
        this.sources = sources;
        this.scopes = scopes;
    }

    /// Whether a member may do something with a subject.
    public Decision decide(MemberId member, Permission permission, Subject subject) {
        return scopeOf(subject)
                .flatMap(scope ->
                        grantsOf(member).stream()
                                .filter(grant -> grant.covers(permission, scope))
                                .findFirst())
                .map(grant -> new Decision(true, grant.reason()))
                .orElseGet(() -> new Decision(false, new Reason(permission.refusal())));
    }

    public boolean allows(MemberId member, Permission permission, Subject subject) {
        return decide(member, permission, subject).allowed();
    }

    /// All that a member is allowed now, the nearest first.
    public List<Grant> grantsOf(MemberId member) {
        return sources.orderedStream().flatMap(source -> source.grantsOf(member).stream()).toList();
    }

    private Optional<Scope> scopeOf(Subject subject) {
        return Optional.ofNullable(scopesByType().get(subject.type()))
                .flatMap(scope -> scope.scopeOf(subject));
    }

    private Map<String, SubjectScope> scopesByType() {
        return scopes.stream()
                .collect(Collectors.toMap(SubjectScope::subjectType, Function.identity()));
    }
}
