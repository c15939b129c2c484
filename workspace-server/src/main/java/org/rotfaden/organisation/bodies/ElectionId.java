package org.rotfaden.organisation.bodies;

import java.util.UUID;
import org.rotfaden.security.Id;

/// Refers to an election as it was written down.
public record ElectionId(UUID value) implements Id {

    public static ElectionId random() {
        return new ElectionId(UUID.randomUUID());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
