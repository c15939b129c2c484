package org.rotfaden.organisation.memberships;

import java.util.UUID;
import org.rotfaden.security.Id;

/// Refers to a move to another home unit.
public record HomeMoveId(UUID value) implements Id {

    public static HomeMoveId random() {
        return new HomeMoveId(UUID.randomUUID());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
