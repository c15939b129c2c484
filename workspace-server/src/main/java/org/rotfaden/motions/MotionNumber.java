package org.rotfaden.motions;

import java.util.Optional;
import java.util.regex.Pattern;

/// The number by which people find a motion; it is part of its address.
public record MotionNumber(int value) {

    private static final Pattern WRITTEN = Pattern.compile("\\d{1,9}");

    /// A number as it stands in an address; nothing where it is none.
    public static Optional<MotionNumber> read(String number) {
        return WRITTEN.matcher(number).matches()
                ? Optional.of(new MotionNumber(Integer.parseInt(number)))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return Integer.toString(value);
    }
}
