package org.rotfaden.organisation.memberships;

import java.util.UUID;

/// Refers to a membership.
public record MembershipId(UUID value) {

    public static MembershipId random() {
        return new MembershipId(UUID.randomUUID());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
