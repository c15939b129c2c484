package org.rotfaden.discussions;

import java.util.UUID;
import org.rotfaden.security.Id;
import org.rotfaden.security.Subject;

/// Refers to a thread.
public record ThreadId(UUID value) implements Id {

    /// The [Subject#type] that is a thread.
    public static final String SUBJECT = "thread";

    static ThreadId random() {
        return new ThreadId(UUID.randomUUID());
    }

    public Subject subject() {
        return new Subject(SUBJECT, value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
