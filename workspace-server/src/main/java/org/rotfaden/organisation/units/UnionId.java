package org.rotfaden.organisation.units;

import java.util.UUID;

/// Refers to a union of units.
public record UnionId(UUID value) {

    public static UnionId random() {
        return new UnionId(UUID.randomUUID());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
