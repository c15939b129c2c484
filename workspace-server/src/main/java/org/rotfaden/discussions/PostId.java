package org.rotfaden.discussions;

import java.util.UUID;
import org.rotfaden.security.Id;
import org.rotfaden.security.Subject;

/// Refers to a post.
public record PostId(UUID value) implements Id {

    /// By what files refer to the post that holds them, and quotes to the one that they quote.
    public static final String SUBJECT = "post";

    static PostId random() {
        return new PostId(UUID.randomUUID());
    }

    public Subject subject() {
        return new Subject(SUBJECT, value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
