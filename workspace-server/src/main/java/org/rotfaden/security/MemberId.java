package org.rotfaden.security;

import java.util.UUID;

/// Refers to a member.
public record MemberId(UUID value) implements Id {

    /// The [Subject#type] that is a member.
    public static final String SUBJECT = "member";

    public static MemberId random() {
        return new MemberId(UUID.randomUUID());
    }

    public Subject subject() {
        return new Subject(SUBJECT, value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
