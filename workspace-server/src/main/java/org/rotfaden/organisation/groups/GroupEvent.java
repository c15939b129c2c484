package org.rotfaden.organisation.groups;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rotfaden.activity.Activity;
import org.rotfaden.activity.Addressed;
import org.rotfaden.activity.Audience;
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

    private static Audience whoKnowOf(WorkingGroupId group, List<MemberId> invited) {
        Audience inIt =
                Audience.whoMay(Permission.SEE_MEMBERS, group.subject())
                        .and(Audience.whoMay(Permission.ADMINISTER, group.subject()));
        return invited.stream().map(Audience::only).reduce(inIt, Audience::and);
    }

    /// What happened to a group as such. Of one that is listed nowhere know those few.
    sealed interface OfTheList extends GroupEvent {

        /// To which it belongs or did.
        Set<Subject> places();

        /// Where everybody finds it or found it: nowhere while it is for the invited only.
        Set<Subject> listed();

        /// Who was invited to it, or founded it.
        List<MemberId> invited();

        @Override
        default Set<Subject> concerned() {
            return Stream.concat(Stream.of(subject()), listed().stream())
                    .collect(Collectors.toSet());
        }

        @Override
        default Audience audience() {
            return listed().isEmpty() ? whoKnowOf(group(), invited()) : Audience.everybody();
        }
    }

    /// It exists from now on.
    record Founded(MemberId by, WorkingGroupId group, Set<Subject> places, Set<Subject> listed)
            implements OfTheList {

        public Founded {
            places = Set.copyOf(places);
            listed = Set.copyOf(listed);
        }

        @Override
        public List<MemberId> invited() {
            return List.of(by);
        }
    }

    /// It is described otherwise, was archived or opened again.
    record Changed(
            MemberId by,
            WorkingGroupId group,
            Set<Subject> places,
            Set<Subject> listed,
            List<MemberId> invited)
            implements OfTheList {

        public Changed {
            places = Set.copyOf(places);
            listed = Set.copyOf(listed);
            invited = List.copyOf(invited);
        }
    }

    /// More or fewer take part; who, [ParticipationChanged] tells fewer.
    record CountChanged(
            WorkingGroupId group, Set<Subject> places, Set<Subject> listed, List<MemberId> invited)
            implements OfTheList {

        public CountChanged {
            places = Set.copyOf(places);
            listed = Set.copyOf(listed);
            invited = List.copyOf(invited);
        }

        @Override
        public @Nullable MemberId by() {
            return null;
        }
    }

    /// Somebody asks, was invited, takes part, hosts, or left.
    ///
    /// @param addressed who was invited or let in, or has to let somebody in
    record ParticipationChanged(
            MemberId by, WorkingGroupId group, MemberId member, List<Addressed> addressed)
            implements GroupEvent {

        public ParticipationChanged {
            addressed = List.copyOf(addressed);
        }

        @Override
        public Set<Subject> concerned() {
            return Set.of(subject(), member.subject());
        }

        @Override
        public Audience audience() {
            return Audience.whoMay(Permission.SEE_MEMBERS, group.subject())
                    .and(Audience.only(member));
        }
    }
}
