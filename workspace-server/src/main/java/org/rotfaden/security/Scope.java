package org.rotfaden.security;

import java.util.List;
import java.util.Set;

/// Where a subject belongs.
///
/// @param owners the subject itself and whom it belongs to
/// @param above what lies above its owners
public record Scope(Set<Subject> owners, Set<Subject> above) {

    public static Scope of(Subject subject, List<Subject> above) {
        return new Scope(Set.of(subject), Set.copyOf(above));
    }
}
