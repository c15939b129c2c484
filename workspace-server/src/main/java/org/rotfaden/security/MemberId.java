package org.rotfaden.security;

import java.util.UUID;

/// Refers to a member.
public record MemberId(UUID value) {

    public static MemberId random() {
        return new MemberId(UUID.randomUUID());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
