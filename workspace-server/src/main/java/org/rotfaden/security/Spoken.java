package org.rotfaden.security;

import java.util.Locale;

/// A detail of a sentence that each language says in its own way.
public interface Spoken {

    /// As it stands in a sentence of a language.
    String in(Locale language);
}
