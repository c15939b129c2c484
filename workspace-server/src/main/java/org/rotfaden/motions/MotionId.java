package org.rotfaden.motions;

import java.util.UUID;

/// Refers to a motion.
public record MotionId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
