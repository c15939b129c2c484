package org.rotfaden.organisation.groups;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rotfaden.activity.Activity;
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

    private static Audience whoKnowOf(WorkingGroupId group) {
        return Audience.whoMay(Permission.SEE_MEMBERS, group.subject())
                .and(Audience.whoMay(Permission.ADMINISTER, group.subject()));
    }

    private static Audience whoKnowOf(WorkingGroupId group, List<MemberId> invited) {
        return invited.stream().map(Audience::only).reduce(whoKnowOf(group), Audience::and);
    }

    /// The group and where it is listed; of one that is for the invited nobody counts there.
    private static Set<Subject> withWhatLists(
            WorkingGroupId group, Set<Subject> places, boolean secret) {
        Stream<Subject> listed = secret ? Stream.of() : places.stream();
        return Stream.concat(Stream.of(group.subject()), listed).collect(Collectors.toSet());
    }

    /// It exists from now on.
    ///
    /// @param secret for the invited only
    record Founded(MemberId by, WorkingGroupId group, Set<Subject> places, boolean secret)
            implements GroupEvent {

        public Founded {
            places = Set.copyOf(places);
        }

        @Override
        public Set<Subject> concerned() {
            return withWhatLists(group, places, secret);
        }

        @Override
        public Audience audience() {
            return secret ? whoKnowOf(group).and(Audience.only(by)) : Audience.everybody();
        }
    }

    /// It is described otherwise, was archived or opened again.
    ///
    /// @param places to which it belongs or did
    /// @param listed where everybody finds it or found it: nowhere while it is for the invited only
    /// @param invited who was invited to it
    /// @param secret for the invited only, before and now
    record Changed(
            MemberId by,
            WorkingGroupId group,
            Set<Subject> places,
            Set<Subject> listed,
            List<MemberId> invited,
            boolean secret)
            implements GroupEvent {

        public Changed {
            places = Set.copyOf(places);
            listed = Set.copyOf(listed);
            invited = List.copyOf(invited);
        }

        @Override
        public Set<Subject> concerned() {
            return withWhatLists(group, listed, false);
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
            WorkingGroupId group, Set<Subject> places, List<MemberId> invited, boolean secret)
            implements GroupEvent {

        public CountChanged {
            places = Set.copyOf(places);
            invited = List.copyOf(invited);
        }

        @Override
        public @Nullable MemberId by() {
            return null;
        }

        @Override
        public Set<Subject> concerned() {
            return withWhatLists(group, places, secret);
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
