package org.rotfaden.security;

import java.util.UUID;

/// Refers to one log-in of a member in one browser, from logging in to logging out.
public record LoginId(UUID value) implements Id {

    public static LoginId random() {
        return new LoginId(UUID.randomUUID());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
