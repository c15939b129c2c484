package org.rotfaden.association;

import java.util.Locale;
import java.util.OptionalDouble;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// A colour of the association, which can be read on paper and carries white writing.
///
/// @param hex `#rrggbb`, in lower case
public record Accent(String hex) {

    private static final Pattern HEX = Pattern.compile("#[0-9a-f]{6}");
    private static final String PAPER = "#fbfaf8";
    private static final String DARK_PAPER = "#17181a";
    private static final double STEPS = 20;

    /// WCAG 2.2, success criterion 1.4.3.
    private static final double READABLE = 4.5;

    /// @throws org.rotfaden.security.BrokenRule INVALID_ACCENT when it is no such colour, or too
    ///   pale to be read
    public Accent {
        hex = hex.strip().toLowerCase(Locale.ROOT);
        if (!HEX.matcher(hex).matches()) {
            throw AssociationObjection.INVALID_ACCENT.raised();
        }
        if (contrast(hex, PAPER) < READABLE) {
            throw AssociationObjection.ACCENT_TOO_PALE.raised();
        }
    }

    /// How well a colour can be read on paper: its contrast, which has to be 4.5 at least.
    ///
    /// @return nothing when it is no colour
    public static OptionalDouble readability(String hex) {
        String small = hex.strip().toLowerCase(Locale.ROOT);
        return HEX.matcher(small).matches()
                ? OptionalDouble.of(contrast(small, PAPER))
                : OptionalDouble.empty();
    }

    /// The same colour, as much lighter as it takes to be read on dark paper.
    public String onDark() {
        String lighter = hex;
        for (int white = 1; contrast(lighter, DARK_PAPER) < READABLE; white++) {
            lighter = mixedWithWhite(white / STEPS);
        }
        return lighter;
    }

    private String mixedWithWhite(double share) {
        return IntStream.of(1, 3, 5)
                .map(at -> Integer.parseInt(hex.substring(at, at + 2), 16))
                .mapToObj(value ->
                        "%02x".formatted(Math.round(value + (255 - value) * Math.min(1, share))))
                .collect(Collectors.joining("", "#", ""));
    }

    /// The contrast of two colours, from 1 to 21, as WCAG 2.2 defines it.
    static double contrast(String one, String other) {
        double light = Math.max(luminance(one), luminance(other));
        double dark = Math.min(luminance(one), luminance(other));
        return (light + 0.05) / (dark + 0.05);
    }

    private static double luminance(String hex) {
        return 0.2126 * channel(hex, 1) + 0.7152 * channel(hex, 3) + 0.0722 * channel(hex, 5);
    }

    private static double channel(String hex, int at) {
        double value = Integer.parseInt(hex.substring(at, at + 2), 16) / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }
}
