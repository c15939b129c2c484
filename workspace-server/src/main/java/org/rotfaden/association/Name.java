package org.rotfaden.association;

import java.util.function.Predicate;

/// What somebody or something is called, in 1 to 100 characters on one line. One of them at least
/// can be seen.
public record Name(String value) {

    /// In characters.
    public static final int LONGEST = 100;

    /// @throws org.rotfaden.security.BrokenRule INVALID_NAME otherwise
    /// @throws org.rotfaden.security.BrokenRule DISGUISED_NAME when a word of it mixes scripts
    /// @throws org.rotfaden.security.BrokenRule UNREADABLE_WORDS when it turns the direction of
    ///   writing
    public Name {
        if (!Wording.isOneLine(value.strip())) {
            throw AssociationObjection.INVALID_NAME.raised();
        }
        value = Wording.of(value);
        if (value.isEmpty() || value.length() > LONGEST) {
            throw AssociationObjection.INVALID_NAME.raised();
        }
        if (Wording.isDisguised(value)) {
            throw AssociationObjection.DISGUISED_NAME.raised();
        }
    }

    /// A readable part of an address for what has this name.
    ///
    /// @param taken whether something else has the address already
    public String slug(Predicate<String> taken) {
        return Slugs.free(value, taken);
    }

    @Override
    public String toString() {
        return value;
    }
}
