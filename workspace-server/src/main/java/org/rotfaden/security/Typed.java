package org.rotfaden.security;

/// What somebody typed to find something by its name.
///
/// @param forgives whether also what has nearly these words is found
public record Typed(String text, boolean forgives) {

    /// To be found as it is.
    public static Typed exactly(String text) {
        return new Typed(text, false);
    }

    /// The same by somebody who mistyped a letter.
    public Typed forgiving() {
        return new Typed(text, true);
    }
}
