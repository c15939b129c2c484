package org.rotfaden.realtime;

import java.util.Locale;
import org.rotfaden.security.MemberId;

/// The colour of a person: always the same, and seldom that of somebody else. A line in it is seen
/// on light and on dark paper (3 : 1).
public final class PersonColour {

    /// Neighbours among hashes are far from each other on the circle.
    private static final double GOLDEN_ANGLE = 137.508;

    private PersonColour() {}

    /// A colour as style sheets write it.
    public static String of(MemberId member) {
        double hue = Math.floorMod(member.hashCode(), 1 << 20) * GOLDEN_ANGLE % 360;
        return String.format(Locale.ROOT, "oklch(62%% 0.16 %.0f)", hue);
    }
}
