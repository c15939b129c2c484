package org.rotfaden.security;

import java.util.Collection;
import java.util.Set;

/// Knows who has left the association. Roles of whoever has left rest, until she is a member again.
public interface Departures {

    /// Those of some people who have left.
    Set<MemberId> gone(Collection<MemberId> some);

    /// Those of some people who have left, or will on a day that was written down. Who only grows
    /// too old is not among them.
    Set<MemberId> going(Collection<MemberId> some);
}
