package org.rotfaden.security;

/// What somebody may be allowed to do with a [Subject].
public enum Permission {
    /// Read its motions while they are being written.
    READ_MOTIONS("NOT_AMONG_ITS_READERS"),
    /// Begin motions in its name, and write them.
    WRITE_MOTIONS("NOT_AMONG_ITS_WRITERS"),
    /// See the names of those who belong to it.
    SEE_MEMBERS("NAMES_ARE_FOR_THOSE_WHO_BELONG"),
    /// Take members in, change their home and what they may do.
    ADMINISTER_MEMBERS("ONLY_ADMINISTRATORS"),
    /// Change it: its name, its parts, its bodies, who holds its offices, its rules.
    ADMINISTER("ONLY_ADMINISTRATORS"),
    /// Found a working group or an interest group.
    FOUND_GROUPS("ONLY_MEMBERS"),
    /// Lead a group: let members in, change its purpose, end it.
    HOST("ONLY_HOSTS"),
    /// Look after the server. It opens nobody's texts.
    OPERATE("ONLY_OPERATORS");

    private final String refusal;

    Permission(String refusal) {
        this.refusal = refusal;
    }

    /// What rests while a member's rights rest.
    boolean isTakingPart() {
        return this == WRITE_MOTIONS || this == FOUND_GROUPS;
    }

    /// The code of the reason why somebody without any grant may not.
    String refusal() {
        return refusal;
    }
}
