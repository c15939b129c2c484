package org.rotfaden.organisation.units;

import java.util.UUID;

/// Refers to a tree of units.
public record TreeId(UUID value) {

    public static TreeId random() {
        return new TreeId(UUID.randomUUID());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
