package org.rotfaden.association;

import java.util.function.Predicate;

/// What somebody or something is called, in 1 to 100 characters on one line.
public record Name(String value) {

    /// In characters.
    public static final int LONGEST = 100;

    /// @throws InvalidName otherwise
    public Name {
        value = value.strip();
        if (value.isEmpty()
                || value.length() > LONGEST
                || value.chars().anyMatch(Character::isISOControl)) {
            throw new InvalidName();
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
