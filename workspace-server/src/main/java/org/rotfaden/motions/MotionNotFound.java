package org.rotfaden.motions;

import org.rotfaden.security.BrokenRule;

/// There is no such motion.
public final class MotionNotFound extends BrokenRule {

    MotionNotFound() {
        super(Kind.ABSENT, "MOTION_NOT_FOUND");
    }
}
