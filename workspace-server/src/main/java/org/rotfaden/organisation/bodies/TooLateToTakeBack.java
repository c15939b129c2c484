package org.rotfaden.organisation.bodies;

import org.rotfaden.security.BrokenRule;

/// What was written down about offices is taken back the same day, while nothing followed, or not
/// at all.
public final class TooLateToTakeBack extends BrokenRule {

    TooLateToTakeBack() {
        super(Kind.CONFLICT, "TOO_LATE_TO_TAKE_BACK");
    }
}
