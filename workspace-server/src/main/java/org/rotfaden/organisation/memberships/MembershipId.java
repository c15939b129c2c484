package org.rotfaden.organisation.memberships;

import java.util.UUID;
import org.rotfaden.security.Id;

/// Refers to a membership.
public record MembershipId(UUID value) implements Id {

    public static MembershipId random() {
        return new MembershipId(UUID.randomUUID());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
