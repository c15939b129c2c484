package org.rotfaden.notifications;

import org.rotfaden.security.BrokenRule.Kind;
import org.rotfaden.security.Objection;

/// What a request about notices can break.
public enum NoticeObjection implements Objection {
    /// There is nothing of which one could hear.
    NOTHING_TO_HEAR_OF(Kind.ABSENT),
    /// Nobody follows and mutes more than a thousand things.
    TOO_MANY_CHOICES(Kind.CONFLICT);

    private final Kind kind;

    NoticeObjection(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
