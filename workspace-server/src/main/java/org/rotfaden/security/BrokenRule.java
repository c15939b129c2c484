package org.rotfaden.security;

import java.util.List;

/// A rule of the association or of this workspace that a request would break. Its code names the
/// rule for machines and is the key of the sentence for people.
public abstract class BrokenRule extends RuntimeException {

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
        TOO_MUCH
    }

    private final Kind kind;
    private final String code;

    protected BrokenRule(Kind kind, String code) {
        super(code);
        this.kind = kind;
        this.code = code;
    }

    public Kind kind() {
        return kind;
    }

    public String code() {
        return code;
    }

    /// The names, numbers and dates in the sentence for people.
    public List<Object> details() {
        return List.of();
    }
}
