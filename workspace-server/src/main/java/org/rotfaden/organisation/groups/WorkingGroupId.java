package org.rotfaden.organisation.groups;

import java.util.UUID;
import org.rotfaden.security.Id;
import org.rotfaden.security.Subject;

/// Refers to a working group or interest group.
public record WorkingGroupId(UUID value) implements Id {

    /// The [Subject#type] that is a group.
    public static final String SUBJECT = "working-group";

    public static WorkingGroupId random() {
        return new WorkingGroupId(UUID.randomUUID());
    }

    public Subject subject() {
        return new Subject(SUBJECT, value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
