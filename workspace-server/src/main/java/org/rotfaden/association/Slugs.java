package org.rotfaden.association;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;

/// Readable parts of addresses: small letters without accents, digits and hyphens.
final class Slugs {

    private static final int LONGEST = 60;
    private static final String WITHOUT_LETTERS = "x";

    /// What Unicode does not take apart into a letter and a mark.
    private static final Map<String, String> LETTERS =
            Map.of(
                    "ä", "ae", "ö", "oe", "ü", "ue", "ß", "ss", "ı", "i", "ø", "o", "æ", "ae", "ł",
                    "l", "đ", "d", "œ", "oe");

    private Slugs() {}

    static String free(String name, Predicate<String> taken) {
        String base = of(name);
        String slug = base;
        for (int number = 2; taken.test(slug); number++) {
            slug = base + "-" + number;
        }
        return slug;
    }

    static String of(String name) {
        String slug = Normalizer.normalize(name, Normalizer.Form.NFC).toLowerCase(Locale.GERMAN);
        for (Map.Entry<String, String> letter : LETTERS.entrySet()) {
            slug = slug.replace(letter.getKey(), letter.getValue());
        }
        slug =
                Normalizer.normalize(slug, Normalizer.Form.NFD)
                        .replaceAll("\\p{M}+", "")
                        .replaceAll("[^a-z0-9]+", "-");
        slug = slug.substring(0, Math.min(slug.length(), LONGEST)).replaceAll("^-|-$", "");
        return slug.isEmpty() ? WITHOUT_LETTERS : slug;
    }
}
