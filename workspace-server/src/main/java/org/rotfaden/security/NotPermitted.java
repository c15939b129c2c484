package org.rotfaden.security;

/// Whoever asks may not, and here is why.
public final class NotPermitted extends BrokenRule {

    private final transient Reason reason;

    NotPermitted(Reason reason) {
        super(Kind.FORBIDDEN, reason.code());
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
