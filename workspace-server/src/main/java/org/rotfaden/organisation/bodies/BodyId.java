package org.rotfaden.organisation.bodies;

import java.util.UUID;
import org.rotfaden.security.Id;
import org.rotfaden.security.Subject;

/// Refers to a body.
public record BodyId(UUID value) implements Id {

    /// The [Subject#type] that is a body.
    public static final String SUBJECT = "body";

    public static BodyId random() {
        return new BodyId(UUID.randomUUID());
    }

    public Subject subject() {
        return new Subject(SUBJECT, value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
