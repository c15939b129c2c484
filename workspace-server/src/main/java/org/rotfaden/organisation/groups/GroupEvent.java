package org.rotfaden.organisation.groups;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rotfaden.activity.Activity;
import org.rotfaden.activity.Audience;
import org.rotfaden.organisation.units.UnitId;
import org.rotfaden.security.MemberId;
import org.rotfaden.security.Permission;
import org.rotfaden.security.Subject;

/// What happened to groups. Of one that is for the invited only know those who are in it and those
/// who administer it, and whoever is concerned.
public sealed interface GroupEvent extends Activity {

    WorkingGroupId group();

    @Override
    default Subject subject() {
        return group().subject();
    }

    private static Audience whoKnowOf(WorkingGroupId group) {
        return Audience.whoMay(Permission.SEE_MEMBERS, group.subject())
                .and(Audience.whoMay(Permission.ADMINISTER, group.subject()));
    }

    private static Audience whoKnowOf(WorkingGroupId group, List<MemberId> invited) {
        return invited.stream().map(Audience::only).reduce(whoKnowOf(group), Audience::and);
    }

    /// It exists from now on.
    ///
    /// @param secret for the invited only
    record Founded(MemberId by, WorkingGroupId group, List<UnitId> units, boolean secret)
            implements GroupEvent {

        public Founded {
            units = List.copyOf(units);
        }

        @Override
        public Audience audience() {
            return secret ? whoKnowOf(group).and(Audience.only(by)) : Audience.everybody();
        }
    }

    /// It is described otherwise, was archived or opened again.
    ///
    /// @param units to which it belongs or did
    /// @param invited who was invited to it
    /// @param secret for the invited only, before and now
    record Changed(
            MemberId by,
            WorkingGroupId group,
            List<UnitId> units,
            List<MemberId> invited,
            boolean secret)
            implements GroupEvent {

        public Changed {
            units = List.copyOf(units);
            invited = List.copyOf(invited);
        }

        @Override
        public Audience audience() {
            return secret ? whoKnowOf(group, invited) : Audience.everybody();
        }
    }

    /// More or fewer take part; who, [ParticipationChanged] tells fewer.
    ///
    /// @param invited who was invited to it
    /// @param secret for the invited only
    record CountChanged(
            WorkingGroupId group, List<UnitId> units, List<MemberId> invited, boolean secret)
            implements GroupEvent {

        public CountChanged {
            units = List.copyOf(units);
            invited = List.copyOf(invited);
        }

        @Override
        public @Nullable MemberId by() {
            return null;
        }

        @Override
        public Audience audience() {
            return secret ? whoKnowOf(group, invited) : Audience.everybody();
        }
    }

    /// Somebody asks, was invited, takes part, hosts, or left.
    record ParticipationChanged(MemberId by, WorkingGroupId group, MemberId member)
            implements GroupEvent {

        @Override
        public Audience audience() {
            return Audience.whoMay(Permission.SEE_MEMBERS, group.subject())
                    .and(Audience.only(member));
        }
    }
}
