package org.rotfaden.security;

import java.util.Locale;

/// What things of a type are called, above a list of them.
public record TypeNames(String german, String english) {

    public String in(Locale language) {
        return language.getLanguage().equals(Locale.GERMAN.getLanguage()) ? german : english;
    }
}
