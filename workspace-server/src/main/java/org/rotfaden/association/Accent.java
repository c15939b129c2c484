package org.rotfaden.association;

import java.util.Locale;
import java.util.regex.Pattern;

/// A colour of the association, which can be read on paper and carries white writing.
///
/// @param hex `#rrggbb`, in lower case
public record Accent(String hex) {

    private static final Pattern HEX = Pattern.compile("#[0-9a-f]{6}");
    private static final String PAPER = "#fbfaf8";

    /// WCAG 2.2, success criterion 1.4.3.
    private static final double READABLE = 4.5;

    /// @throws InvalidAccent when it is no such colour, or too pale to be read
    public Accent {
        hex = hex.strip().toLowerCase(Locale.ROOT);
        if (!HEX.matcher(hex).matches() || contrast(hex, PAPER) < READABLE) {
            throw new InvalidAccent();
        }
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
