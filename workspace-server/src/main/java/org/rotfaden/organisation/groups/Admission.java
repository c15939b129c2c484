package org.rotfaden.organisation.groups;

/// How somebody gets into a group.
public enum Admission {
    /// By oneself.
    OPEN,
    /// By asking its hosts.
    ON_REQUEST,
    /// By being invited.
    INVITED
}
