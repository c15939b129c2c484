package org.rotfaden.organisation.units;

import java.util.UUID;
import org.rotfaden.security.Id;

/// Refers to a tree of units.
public record TreeId(UUID value) implements Id {

    public static TreeId random() {
        return new TreeId(UUID.randomUUID());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
