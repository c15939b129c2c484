package org.rotfaden.security;

import static org.rotfaden.security.Permission.ACT_FOR;
import static org.rotfaden.security.Permission.ADMINISTER;
import static org.rotfaden.security.Permission.ADMINISTER_MEMBERS;
import static org.rotfaden.security.Permission.FOUND_GROUPS;
import static org.rotfaden.security.Permission.HOST;
import static org.rotfaden.security.Permission.OPERATE;
import static org.rotfaden.security.Permission.READ;
import static org.rotfaden.security.Permission.SEE_MEMBERS;
import static org.rotfaden.security.Permission.TAKE_PART;

import java.util.Set;
import java.util.stream.Stream;

/// The table of rights: what each role allows with the subject it is held at, and what with
/// everything below that subject. Nothing allows anything upward or sideways.
@SuppressWarnings("ImmutableEnumChecker") // what Set.of makes never changes
public enum Role {
    /// Takes part in the association as a whole.
    MEMBER(Set.of(READ, TAKE_PART, ACT_FOR, FOUND_GROUPS), Set.of()),
    /// Has a home in this unit, whose members see each other.
    HOME_MEMBER(Set.of(READ, TAKE_PART, SEE_MEMBERS), Set.of()),
    /// Has a home in this unit, whose members do not see each other, or is a guest of one whose
    /// rule lets guests take part.
    PARTICIPANT(Set.of(READ, TAKE_PART), Set.of()),
    /// Has a home in this unit, whose rule lets all of its members write.
    WRITING_MEMBER(Set.of(READ, TAKE_PART, ACT_FOR), Set.of()),
    /// Is a guest or a supporter of this unit.
    GUEST(Set.of(READ), Set.of()),
    /// Chairs a unit or deputises for who does.
    CHAIR(
            Set.of(READ, TAKE_PART, ACT_FOR, SEE_MEMBERS, ADMINISTER_MEMBERS, ADMINISTER),
            Set.of(SEE_MEMBERS, ADMINISTER_MEMBERS, ADMINISTER)),
    /// Keeps a unit's lists and papers.
    SECRETARY(Set.of(READ, TAKE_PART, ACT_FOR, SEE_MEMBERS, ADMINISTER_MEMBERS), Set.of()),
    /// Keeps a unit's money, which takes the list of its members.
    TREASURER(Set.of(READ, TAKE_PART, ACT_FOR, SEE_MEMBERS), Set.of()),
    /// Sits on a unit's executive committee without one of the offices above.
    ASSESSOR(Set.of(READ, TAKE_PART, ACT_FOR), Set.of()),
    /// Holds an office in a body.
    BODY_MEMBER(Set.of(READ, TAKE_PART, ACT_FOR, SEE_MEMBERS), Set.of()),
    /// Leads a group.
    GROUP_HOST(Set.of(READ, TAKE_PART, ACT_FOR, SEE_MEMBERS, HOST), Set.of()),
    /// Takes part in a group.
    GROUP_MEMBER(Set.of(READ, TAKE_PART, ACT_FOR, SEE_MEMBERS), Set.of()),
    /// Takes part in a group that is archived.
    FORMER_GROUP(Set.of(READ, SEE_MEMBERS), Set.of()),
    /// Everybody with what is their own.
    OWNER(Set.of(READ, TAKE_PART, ACT_FOR), Set.of()),
    /// Was made an administrator, here and below.
    ADMINISTRATOR(
            Set.of(SEE_MEMBERS, ADMINISTER_MEMBERS, ADMINISTER),
            Set.of(SEE_MEMBERS, ADMINISTER_MEMBERS, ADMINISTER)),
    /// Was made an operator of the server.
    OPERATOR(Set.of(OPERATE), Set.of()),
    /// Was invited to write.
    WRITER(Set.of(READ, TAKE_PART, ACT_FOR), Set.of()),
    /// Was invited to read.
    READER(Set.of(READ), Set.of());

    private final Set<Permission> here;
    private final Set<Permission> below;

    Role(Set<Permission> here, Set<Permission> below) {
        this.here = here;
        this.below = below;
    }

    /// Whether it does not rest when its holder has left the association.
    boolean isOnesOwn() {
        return this == OWNER;
    }

    /// Whether somebody has it for others: by election or by appointment.
    public boolean isResponsibility() {
        return switch (this) {
            case CHAIR, SECRETARY, TREASURER, ASSESSOR, BODY_MEMBER, ADMINISTRATOR, OPERATOR ->
                    true;
            case MEMBER,
                    HOME_MEMBER,
                    PARTICIPANT,
                    WRITING_MEMBER,
                    GUEST,
                    GROUP_HOST,
                    GROUP_MEMBER,
                    FORMER_GROUP,
                    OWNER,
                    WRITER,
                    READER ->
                    false;
        };
    }

    /// Whether some role allows it with what lies below.
    static boolean isEverAllowedBelow(Permission permission) {
        return Stream.of(values()).anyMatch(role -> role.allowsBelow(permission));
    }

    public boolean allowsHere(Permission permission) {
        return here.contains(permission);
    }

    public boolean allowsBelow(Permission permission) {
        return below.contains(permission);
    }
}
