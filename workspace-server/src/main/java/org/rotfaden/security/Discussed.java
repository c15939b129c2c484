package org.rotfaden.security;

/// How members talk about subjects of a type.
public enum Discussed {
    /// Nobody does.
    NEVER,
    /// In one thread beside each.
    BESIDE,
    /// In threads that have titles.
    BY_TITLE
}
