package org.rotfaden.realtime.bus;

import java.util.UUID;
import org.rotfaden.security.Id;

/// Refers to one running server of a workspace; new at every start.
public record NodeId(UUID value) implements Id {

    public static NodeId random() {
        return new NodeId(UUID.randomUUID());
    }
}
