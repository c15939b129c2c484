package org.rotfaden.organisation.rules;

import org.rotfaden.security.BrokenRule;

/// Rules hold from today on at the earliest.
public final class NotRetroactive extends BrokenRule {

    NotRetroactive() {
        super(Kind.INVALID, "NOT_RETROACTIVE");
    }
}
