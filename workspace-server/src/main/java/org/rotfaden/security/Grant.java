package org.rotfaden.security;

import java.util.Set;

/// What somebody is allowed, where, and why. It comes from an office, a membership, hosting a group
/// or an explicit grant.
///
/// @param where the subject it is about
/// @param downward whether it holds for everything below that subject too
public record Grant(Set<Permission> permissions, Subject where, boolean downward, Reason reason) {

    boolean covers(Permission permission, Scope scope) {
        return permissions.contains(permission)
                && (scope.owners().contains(where) || (downward && scope.above().contains(where)));
    }
}
