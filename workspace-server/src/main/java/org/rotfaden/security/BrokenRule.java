package org.rotfaden.security;

import java.util.List;

/// A rule of the association or of this workspace that a request would break. Its code names the
/// rule for machines and is the key of the sentence for people. Most are raised by an [Objection];
/// those that are caught, or carry more, are classes of their own.
public class BrokenRule extends RuntimeException {

    /// What kind of answer fits.
    public enum Kind {
        /// The request itself is wrong.
        INVALID,
        /// Whoever asks may not.
        FORBIDDEN,
        /// What is asked for is not there.
        ABSENT,
        /// It does not fit with what is there.
        CONFLICT,
        /// There is no room for it now, and may be in a moment.
        BUSY,
        /// Whoever asks has done too much of it just now.
        TOO_MUCH,
        /// What is sent is more than is taken at once.
        TOO_LARGE
    }

    private final Kind kind;
    private final String code;
    private final transient List<Object> details;

    BrokenRule(Objection objection, Object... details) {
        this(objection.kind(), objection.name(), details);
    }

    /// @param details names, numbers and dates in the order in which the sentence has them
    protected BrokenRule(Kind kind, String code, Object... details) {
        super(code);
        this.kind = kind;
        this.code = code;
        this.details = List.of(details);
    }

    public Kind kind() {
        return kind;
    }

    public String code() {
        return code;
    }

    /// Whether it was raised by this objection.
    public boolean is(Objection objection) {
        return code.equals(objection.name());
    }

    /// The names, numbers and dates in the sentence for people.
    public List<Object> details() {
        return details;
    }
}
