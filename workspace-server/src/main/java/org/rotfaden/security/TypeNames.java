package org.rotfaden.security;

import java.util.Locale;

/// What one subject of a type is called, and what several are, in German and English.
public record TypeNames(String german, String germanOfSeveral, String english, String ofSeveral) {

    /// What one is called.
    public String one(Locale language) {
        return isGerman(language) ? german : english;
    }

    /// What several are called.
    public String several(Locale language) {
        return isGerman(language) ? germanOfSeveral : ofSeveral;
    }

    private static boolean isGerman(Locale language) {
        return language.getLanguage().equals(Locale.GERMAN.getLanguage());
    }
}
