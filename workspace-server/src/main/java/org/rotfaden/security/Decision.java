package org.rotfaden.security;

import java.util.function.Supplier;

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

    /// Goes on only when it is allowed. Whoever may not even know of the thing finds nothing there.
    ///
    /// @throws NotPermitted to whom knows of it, otherwise what `absent` makes
    public void orRefuse(boolean mayKnow, Supplier<? extends BrokenRule> absent) {
        if (!allowed && !mayKnow) {
            throw absent.get();
        }
        orRefuse();
    }
}
