package org.rotfaden.association;

import org.rotfaden.security.BrokenRule;

/// In another time zone it is still yesterday: rights that have ended would live again, and those
/// that began today would be gone. Once midnight has passed there as well, it may be chosen.
public final class DayWouldGoBack extends BrokenRule {

    DayWouldGoBack() {
        super(Kind.CONFLICT, "DAY_WOULD_GO_BACK");
    }
}
