package org.rotfaden.organisation.memberships;

import java.time.LocalDate;

/// Until when somebody has a home somewhere.
///
/// @param day the last one; [LocalDate#MIN] for whoever has left, [LocalDate#MAX] for no end
/// @param isWrittenDown whether it is not only an age that she reaches then
record LastDay(LocalDate day, boolean isWrittenDown) {

    static final LastDay NONE = new LastDay(LocalDate.MAX, false);
    static final LastDay OVER = new LastDay(LocalDate.MIN, true);
}
