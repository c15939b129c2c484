package org.rotfaden.organisation.bodies;

import java.util.UUID;

/// Refers to an election as it was written down.
public record ElectionId(UUID value) {

    public static ElectionId random() {
        return new ElectionId(UUID.randomUUID());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
