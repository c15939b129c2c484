package org.rotfaden.organisation.memberships;

import org.rotfaden.security.BrokenRule;

/// The end of a membership is taken back on the day on which the member left or was dismissed, or
/// not at all.
public final class TooLateToContinue extends BrokenRule {

    TooLateToContinue() {
        super(Kind.CONFLICT, "TOO_LATE_TO_CONTINUE");
    }
}
