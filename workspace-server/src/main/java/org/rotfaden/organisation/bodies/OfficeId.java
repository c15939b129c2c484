package org.rotfaden.organisation.bodies;

import java.util.UUID;

/// Refers to an office that somebody holds or held.
public record OfficeId(UUID value) {

    public static OfficeId random() {
        return new OfficeId(UUID.randomUUID());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
