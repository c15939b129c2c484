package org.rotfaden.security;

/// An answer with its reason.
public record Decision(boolean allowed, Reason reason) {

    /// Goes on only when it is allowed.
    ///
    /// @throws NotPermitted otherwise
    public void orRefuse() {
        if (!allowed) {
            throw new NotPermitted(reason);
        }
    }
}
