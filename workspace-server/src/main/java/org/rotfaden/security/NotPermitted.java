package org.rotfaden.security;

import java.util.List;

/// Whoever asks may not, and here is why.
public final class NotPermitted extends BrokenRule {

    private final transient Reason reason;

    NotPermitted(Reason reason) {
        super(Kind.FORBIDDEN, reason.code());
        this.reason = reason;
    }

    @Override
    public List<Object> details() {
        return reason.details();
    }
}
