package org.rotfaden.security;

/// What somebody may be allowed to do with a [Subject].
public enum Permission {
    /// Read its motions.
    READ_MOTIONS("MEMBERS_ONLY"),
    /// Begin motions in its name, and write them.
    WRITE_MOTIONS("MAY_ONLY_READ"),
    /// Change it: its name, its parts, who holds its offices.
    ADMINISTER("ONLY_ADMINISTRATORS"),
    /// See who belongs to it, take members in, change what they may do.
    ADMINISTER_MEMBERS("ONLY_ADMINISTRATORS");

    private final String refusal;

    Permission(String refusal) {
        this.refusal = refusal;
    }

    /// The code of the reason why somebody without any grant may not.
    String refusal() {
        return refusal;
    }
}
