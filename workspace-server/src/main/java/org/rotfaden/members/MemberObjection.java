package org.rotfaden.members;

import org.rotfaden.security.BrokenRule.Kind;
import org.rotfaden.security.Objection;

/// What a request about people, their log-ins and their roles can break.
public enum MemberObjection implements Objection {
    /// Somebody has this e-mail address already.
    EMAIL_TAKEN(Kind.CONFLICT),
    /// There is no such grant, or it has ended.
    GRANT_NOT_FOUND(Kind.ABSENT),
    /// Nobody was born before 1900 or will be.
    INVALID_BORN(Kind.INVALID),
    /// This is no e-mail address.
    INVALID_EMAIL(Kind.INVALID),
    /// An association keeps an administrator whose role has no end, and a server an operator.
    LAST_ADMINISTRATOR(Kind.CONFLICT),
    /// What somebody came with has ended meanwhile: she logged out elsewhere, or her password was
    /// changed.
    LOGIN_ENDED(Kind.FORBIDDEN),
    /// There is no such member.
    MEMBER_NOT_FOUND(Kind.ABSENT),
    /// A password has at most 72 bytes.
    PASSWORD_TOO_LONG(Kind.INVALID),
    /// A password has at least ten characters.
    PASSWORD_TOO_SHORT(Kind.INVALID),
    /// A password has no half characters.
    PASSWORD_UNREADABLE(Kind.INVALID),
    /// Roles that come from an office, a membership or a group are not given by hand, and nobody is
    /// made an administrator of a part of a unit.
    ROLE_CANNOT_BE_GIVEN(Kind.INVALID),
    /// Whoever changes a password knows the one before.
    WRONG_PASSWORD(Kind.INVALID);

    private final Kind kind;

    MemberObjection(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
