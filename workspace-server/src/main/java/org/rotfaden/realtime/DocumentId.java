package org.rotfaden.realtime;

import java.util.UUID;
import org.rotfaden.security.Id;

/// Refers to a live document.
public record DocumentId(UUID value) implements Id {

    public static DocumentId random() {
        return new DocumentId(UUID.randomUUID());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
