package org.rotfaden.organisation.memberships;

import java.util.List;
import org.rotfaden.organisation.units.UnitId;
import org.rotfaden.security.MemberId;

/// What happened to memberships.
public sealed interface MembershipEvent {

    /// Somebody joined, left or moved.
    record Changed(MemberId member, List<UnitId> units) implements MembershipEvent {}

    /// Somebody asks to move, or the move was declined or withdrawn.
    record MoveAsked(MemberId member, UnitId from, UnitId to) implements MembershipEvent {}

    record FollowingChanged(MemberId member, UnitId unit) implements MembershipEvent {}
}
