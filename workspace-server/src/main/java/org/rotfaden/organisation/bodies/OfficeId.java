package org.rotfaden.organisation.bodies;

import java.util.UUID;
import org.rotfaden.security.Id;

/// Refers to an office that somebody holds or held.
public record OfficeId(UUID value) implements Id {

    public static OfficeId random() {
        return new OfficeId(UUID.randomUUID());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
