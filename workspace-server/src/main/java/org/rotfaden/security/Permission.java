package org.rotfaden.security;

/// What somebody may be allowed to do with a [Subject]. The first three are general: whatever
/// belongs to a subject is read, discussed and written by those who may do so there, whichever
/// feature it is of.
public enum Permission {
    /// Read what is its own: its motions while they are being written.
    READ("NOT_AMONG_ITS_READERS"),
    /// Take part in what goes on there: discuss, wish to speak, move a card.
    TAKE_PART("NOT_AMONG_THOSE_WHO_TAKE_PART"),
    /// Act in its name: begin motions for it, and write them.
    ACT_FOR("NOT_AMONG_ITS_WRITERS"),
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
        return this == TAKE_PART || this == ACT_FOR || this == FOUND_GROUPS;
    }

    /// The code of the reason why somebody without any grant may not.
    String refusal() {
        return refusal;
    }
}
