package org.rotfaden.organisation.units;

import org.rotfaden.association.Wording;

/// A level of a tree of units.
///
/// @param level its place, 1 at the top
/// @param name what one unit on it is called, for example `Ortsverein`
/// @param plural what several are called
public record UnitLevel(int level, String name, String plural) {

    private static final int LONGEST = 100;

    /// The same with words that people can read.
    ///
    /// @throws org.rotfaden.security.BrokenRule INVALID_TREE when there is none, or they have more
    ///   than 100 characters or one line
    UnitLevel readable() {
        String one = Wording.of(name);
        String several = Wording.of(plural);
        if (one.isEmpty() || !fits(one) || !fits(several)) {
            throw UnitObjection.INVALID_TREE.raised();
        }
        return new UnitLevel(level, one, several);
    }

    private static boolean fits(String words) {
        return words.length() <= LONGEST && Wording.isOneLine(words);
    }
}
