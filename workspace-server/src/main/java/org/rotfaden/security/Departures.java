package org.rotfaden.security;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Set;

/// Knows who has left the association. Roles of whoever has left rest, until she is a member again.
public interface Departures {

    /// Those of some people who have left.
    Set<MemberId> gone(Collection<MemberId> some);

    /// Until when some people stay. Who has left or will on a day that was written down is not
    /// among them, however far ahead that day lies. Who only grows too old stays until then where
    /// that is within a year; everybody else, and whoever grows too old later, without an end.
    ///
    /// @return with [LocalDate#MAX] for no end
    Map<MemberId, LocalDate> staying(Collection<MemberId> some);
}
