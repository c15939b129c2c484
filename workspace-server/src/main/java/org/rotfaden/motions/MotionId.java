package org.rotfaden.motions;

import java.util.UUID;
import org.rotfaden.security.Id;
import org.rotfaden.security.Subject;

/// Refers to a motion.
public record MotionId(UUID value) implements Id {

    /// The [Subject#type] that is a motion.
    public static final String SUBJECT = "motion";

    public Subject subject() {
        return new Subject(SUBJECT, value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
