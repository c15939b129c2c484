package org.rotfaden.security;

import java.util.List;
import java.util.Set;

/// Knows where rights come from. Whoever owns offices, memberships or explicit grants implements
/// it, and publishes [RightsChanged] when they change otherwise than by the passing of days.
public interface GrantSource {

    /// The roles that a member has today, in the same order each time: lists follow it, and the
    /// first that allows something is the reason.
    List<Grant> grantsOf(MemberId member);

    /// Who has a role at one of these subjects today. Roles that everybody of a kind has need not
    /// be listed.
    List<Holder> holdersAt(Set<Subject> subjects);
}
