package org.rotfaden.security;

import java.util.Set;

/// What these members may do has changed, or may have.
///
/// @param members nobody in particular means everybody
public record RightsChanged(Set<MemberId> members) {

    public static RightsChanged of(MemberId member) {
        return new RightsChanged(Set.of(member));
    }

    public static RightsChanged ofEverybody() {
        return new RightsChanged(Set.of());
    }

    public boolean concerns(MemberId member) {
        return members.isEmpty() || members.contains(member);
    }
}
