package org.rotfaden.organisation.memberships;

import java.util.List;
import java.util.stream.Stream;
import org.rotfaden.activity.Activity;
import org.rotfaden.activity.Audience;
import org.rotfaden.organisation.units.UnitId;
import org.rotfaden.security.MemberId;
import org.rotfaden.security.Permission;
import org.rotfaden.security.Subject;

/// What happened to memberships. Who belongs where is nobody's business but of those who see the
/// names there.
public sealed interface MembershipEvent extends Activity {

    MemberId member();

    @Override
    default Subject subject() {
        return member().subject();
    }

    /// Somebody joined, left or moved.
    record Changed(MemberId by, MemberId member, List<UnitId> units) implements MembershipEvent {

        public Changed {
            units = List.copyOf(units);
        }

        @Override
        public Audience audience() {
            return units.stream()
                    .map(unit -> Audience.whoMay(Permission.SEE_MEMBERS, unit.subject()))
                    .reduce(Audience.only(member), Audience::and);
        }
    }

    /// Somebody asks to move, or the move was declined or withdrawn.
    record MoveAsked(MemberId by, MemberId member, UnitId from, UnitId to)
            implements MembershipEvent {

        @Override
        public Audience audience() {
            return Stream.of(from, to)
                    .map(unit -> Audience.whoMay(Permission.ADMINISTER_MEMBERS, unit.subject()))
                    .reduce(Audience.only(member), Audience::and);
        }
    }

    record FollowingChanged(MemberId member, UnitId unit) implements MembershipEvent {

        @Override
        public MemberId by() {
            return member;
        }

        @Override
        public Audience audience() {
            return Audience.only(member);
        }
    }
}
