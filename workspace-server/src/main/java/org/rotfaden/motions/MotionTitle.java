package org.rotfaden.motions;

import org.rotfaden.association.Wording;

/// The title of a motion as its row shows it.
final class MotionTitle {

    static final int LONGEST = 200;

    private MotionTitle() {}

    /// What stands in a live title, made fit for a row: one line, cut at 200 characters, never
    /// inside of one that takes two.
    static String projected(String live) {
        String line = Wording.plain(live.replaceAll("[\\s\\p{Cntrl}]+", " "));
        if (line.length() <= LONGEST) {
            return line;
        }
        int end = Character.isHighSurrogate(line.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
        return line.substring(0, end);
    }

    /// A title that somebody gives to a new motion.
    ///
    /// @throws org.rotfaden.security.BrokenRule TITLE_TOO_LONG when it would be cut
    /// @throws org.rotfaden.security.BrokenRule UNREADABLE_WORDS when it turns the direction of
    ///   writing
    static String given(String title) {
        if (title.length() > LONGEST) {
            throw MotionObjection.TITLE_TOO_LONG.raised();
        }
        return projected(Wording.of(title));
    }
}
