package org.rotfaden.organisation.memberships;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.rotfaden.organisation.units.UnitId;
import org.rotfaden.security.MemberId;

/// A move to another home unit, as both units see it.
///
/// @param decidedOn when the new unit decided, or the member withdrew
public record HomeMove(
        HomeMoveId id,
        MemberId member,
        UnitId from,
        UnitId to,
        LocalDate askedOn,
        State state,
        @Nullable LocalDate decidedOn) {

    /// How far it got.
    public enum State {
        ASKED,
        DONE,
        DECLINED,
        WITHDRAWN
    }
}
