package org.rotfaden.security;

/// Whoever asks may not, and here is why.
public final class NotPermitted extends BrokenRule {

    NotPermitted(Reason reason) {
        super(Kind.FORBIDDEN, reason.code(), reason.details().toArray());
    }
}
