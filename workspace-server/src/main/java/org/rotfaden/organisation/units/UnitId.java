package org.rotfaden.organisation.units;

import java.util.UUID;
import org.rotfaden.security.Id;
import org.rotfaden.security.Subject;

/// Refers to a unit.
public record UnitId(UUID value) implements Id {

    /// The [Subject#type] that is a unit.
    public static final String SUBJECT = "unit";

    public static UnitId random() {
        return new UnitId(UUID.randomUUID());
    }

    public Subject subject() {
        return new Subject(SUBJECT, value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
