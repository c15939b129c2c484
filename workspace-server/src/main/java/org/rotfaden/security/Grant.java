package org.rotfaden.security;

/// A role that somebody has at a subject, and why. It comes from an office, a membership, hosting a
/// group or an explicit grant.
public record Grant(Role role, Subject where, Reason reason) {

    /// Whether it allows something with what has this scope.
    public boolean covers(Permission permission, Scope scope) {
        return (role.allowsHere(permission) && scope.owners().contains(where))
                || (role.allowsBelow(permission) && scope.above().contains(where));
    }
}
