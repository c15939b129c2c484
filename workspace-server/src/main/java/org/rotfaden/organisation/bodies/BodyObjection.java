package org.rotfaden.organisation.bodies;

import org.rotfaden.security.BrokenRule.Kind;
import org.rotfaden.security.Objection;

/// What a request about bodies and offices can break.
public enum BodyObjection implements Objection {
    /// The body has ended; only its history is left.
    BODY_ENDED(Kind.CONFLICT),
    /// There is no such body.
    BODY_NOT_FOUND(Kind.ABSENT),
    /// No such election of the body was written down.
    ELECTION_NOT_FOUND(Kind.ABSENT),
    /// A body has a name, a term of 1 to 60 months, and seats with titles of their own.
    INVALID_BODY(Kind.INVALID),
    /// An election names somebody. Whoever is elected holds office from a day to a later one.
    INVALID_ELECTION(Kind.INVALID),
    /// Others were elected for a time that begins with this one or within it. Only the past before
    /// them can still be written down.
    LATER_ELECTION_KNOWN(Kind.CONFLICT),
    /// The body has no office of this title.
    NO_SUCH_SEAT(Kind.INVALID),
    /// There is no such office, or it has ended.
    OFFICE_NOT_FOUND(Kind.ABSENT),
    /// The term is longer than the rules of the unit allow.
    TERM_TOO_LONG(Kind.INVALID),
    /// What was written down about offices is taken back the same day, while nothing followed, or
    /// not at all.
    TOO_LATE_TO_TAKE_BACK(Kind.CONFLICT),
    /// More people were named for an office than it has seats, or somebody twice.
    TOO_MANY_FOR_SEAT(Kind.INVALID);

    private final Kind kind;

    BodyObjection(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
