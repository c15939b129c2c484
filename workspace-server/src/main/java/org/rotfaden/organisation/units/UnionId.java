package org.rotfaden.organisation.units;

import java.util.UUID;
import org.rotfaden.security.Id;

/// Refers to a union of units.
public record UnionId(UUID value) implements Id {

    public static UnionId random() {
        return new UnionId(UUID.randomUUID());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
