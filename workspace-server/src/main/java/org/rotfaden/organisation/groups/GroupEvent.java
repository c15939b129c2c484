package org.rotfaden.organisation.groups;

import org.rotfaden.security.MemberId;

/// What happened to groups.
public sealed interface GroupEvent {

    WorkingGroupId group();

    record Founded(WorkingGroupId group) implements GroupEvent {}

    /// It is described otherwise, was archived or opened again.
    record Changed(WorkingGroupId group) implements GroupEvent {}

    /// Somebody asks, was invited, takes part, hosts, or left.
    record ParticipationChanged(WorkingGroupId group, MemberId member) implements GroupEvent {}
}
