package org.rotfaden.association;

import org.rotfaden.security.BrokenRule;

/// Somebody else changed the same thing first; nothing was overwritten.
public final class Conflict extends BrokenRule {

    public Conflict() {
        super(Kind.CONFLICT, "CHANGED_BY_SOMEBODY_ELSE");
    }

    /// Goes on when what was seen is what is there.
    ///
    /// @throws Conflict otherwise
    public static void unlessSame(long seen, long current) {
        if (seen != current) {
            throw new Conflict();
        }
    }
}
