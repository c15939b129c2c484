package org.rotfaden.motions;

import org.rotfaden.security.BrokenRule.Kind;
import org.rotfaden.security.Objection;

/// What a request about motions can break.
public enum MotionObjection implements Objection {
    /// A motion belongs to the association, a unit, a body, a group or a member, to nothing else.
    INVALID_OWNER(Kind.INVALID),
    /// It was laid aside, and has to be brought back first.
    MOTION_IS_DISCARDED(Kind.CONFLICT),
    /// There is no such motion.
    MOTION_NOT_FOUND(Kind.ABSENT),
    /// A title has at most 200 characters.
    TITLE_TOO_LONG(Kind.INVALID);

    private final Kind kind;

    MotionObjection(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
