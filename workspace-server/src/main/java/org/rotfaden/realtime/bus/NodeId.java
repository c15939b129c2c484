package org.rotfaden.realtime.bus;

import java.util.UUID;

/// Refers to one running server of a workspace; new at every start.
public record NodeId(UUID value) {

    public static NodeId random() {
        return new NodeId(UUID.randomUUID());
    }
}
