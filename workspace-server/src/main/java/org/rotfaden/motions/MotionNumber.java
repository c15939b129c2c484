package org.rotfaden.motions;

/// The number by which people find a motion; it is part of its address.
public record MotionNumber(int value) {

    @Override
    public String toString() {
        return Integer.toString(value);
    }
}
