package org.rotfaden.realtime;

import java.util.UUID;

/// Refers to a live document.
public record DocumentId(UUID value) {

    public static DocumentId random() {
        return new DocumentId(UUID.randomUUID());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
