package org.rotfaden.discussions;

import java.util.UUID;
import org.rotfaden.security.Id;

/// Refers to a post.
public record PostId(UUID value) implements Id {

    static PostId random() {
        return new PostId(UUID.randomUUID());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
