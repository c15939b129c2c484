package org.rotfaden.security;

import java.util.Optional;
import java.util.function.Function;

/// A type of subjects that exists in a test alone; everybody may know of them.
public record PretendType(String type, Function<Subject, Scope> scopes) implements SubjectType {

    @Override
    public TypeNames names() {
        return new TypeNames(type, type);
    }

    @Override
    public String place() {
        return type;
    }

    @Override
    public String icon() {
        return "motions";
    }

    @Override
    public Optional<Scope> scopeOf(Subject subject) {
        return Optional.of(scopes.apply(subject));
    }

    @Override
    public boolean isSeenBy(MemberId reader, Subject subject) {
        return true;
    }

    @Override
    public Optional<Named> find(Subject subject, MemberId reader) {
        String id = subject.id().toString();
        return Optional.of(named(subject, id, id, ""));
    }

    @Override
    public Optional<Named> at(String name, MemberId reader) {
        return Optional.empty();
    }
}
