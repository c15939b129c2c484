package org.rotfaden.association;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.rotfaden.security.Typed;

/// What somebody types to find a name: beginnings of its words, in any order, whatever their case
/// and accents.
///
/// @param text as it was typed, in its one spelling
/// @param forgives whether words are found that are only nearly those
public record TypedWords(String text, List<String> beginnings, boolean forgives) {

    /// From here on a name is taken for what was meant; as `word_similarity` of pg_trgm counts.
    private static final double CLOSE = 0.5;

    /// The same of so short a text that one letter is much of it.
    private static final double CLOSE_WHEN_SHORT = 0.4;

    private static final int SHORT = 5;

    /// A word of so many letters may have one wrong, one of twice as many two.
    private static final int LETTERS_FOR_ONE_WRONG = 4;

    private static final int LONGEST = 100;
    private static final int MOST = 8;
    private static final int FEWEST_LETTERS = 2;

    /// What Unicode does not take apart into a letter and a mark.
    private static final Map<String, String> LETTERS =
            Map.of("ß", "ss", "ı", "i", "ø", "o", "æ", "ae", "ł", "l", "đ", "d", "œ", "oe");

    private static final Map<String, String> UMLAUTS = Map.of("ä", "ae", "ö", "oe", "ü", "ue");

    public static TypedWords of(String text) {
        return of(Typed.exactly(text));
    }

    public static TypedWords of(Typed typed) {
        String text = typed.text();
        String beginning = text.substring(0, Math.min(text.length(), LONGEST));
        return new TypedWords(
                Wording.plain(text),
                split(plain(composed(beginning))).limit(MOST).toList(),
                typed.forgives());
    }

    /// The words of a name, umlauts in both spellings.
    public static List<String> ofName(String name) {
        String composed = composed(name);
        return Stream.of(plain(composed), plain(replaced(composed, UMLAUTS)))
                .flatMap(TypedWords::split)
                .distinct()
                .toList();
    }

    /// One letter says too little to look for.
    public boolean saysTooLittle() {
        return beginnings.stream().mapToInt(String::length).sum() < FEWEST_LETTERS;
    }

    public boolean begin(List<String> words) {
        return beginnings.stream()
                .allMatch(beginning -> words.stream().anyMatch(word -> begins(word, beginning)));
    }

    /// The same as a condition of PostgreSQL.
    ///
    /// @param name the column or expression that is searched
    /// @param parameter what stands for [#asParameter()], `?` or a name
    public String areIn(String name, String parameter) {
        return forgives
                ? "word_similarity("
                        + parameter
                        + ", lower(unaccent("
                        + name
                        + "))) >= "
                        + (text.length() <= SHORT ? CLOSE_WHEN_SHORT : CLOSE)
                : "name_words(" + name + ") @@ to_tsquery('simple', " + parameter + ")";
    }

    public String asParameter() {
        return forgives
                ? String.join(" ", beginnings)
                : beginnings.stream()
                        .map(beginning -> beginning + ":*")
                        .collect(Collectors.joining(" & "));
    }

    private boolean begins(String word, String beginning) {
        return forgives
                ? distance(beginning, word) <= beginning.length() / LETTERS_FOR_ONE_WRONG
                : word.startsWith(beginning);
    }

    /// How many letters have to be changed, left out or put in before a word begins so
    /// (Levenshtein, to the nearest beginning).
    private static int distance(String beginning, String word) {
        int[] row = IntStream.rangeClosed(0, word.length()).toArray();
        for (int typed = 1; typed <= beginning.length(); typed++) {
            int before = row[0];
            row[0] = typed;
            for (int letter = 1; letter <= word.length(); letter++) {
                int same = beginning.charAt(typed - 1) == word.charAt(letter - 1) ? 0 : 1;
                int nearest = Math.min(before + same, 1 + Math.min(row[letter], row[letter - 1]));
                before = row[letter];
                row[letter] = nearest;
            }
        }
        return Arrays.stream(row).min().orElseThrow();
    }

    private static Stream<String> split(String text) {
        return Arrays.stream(text.split("[^\\p{L}\\p{N}]+", -1)).filter(word -> !word.isEmpty());
    }

    private static String composed(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }

    private static String plain(String composed) {
        return Normalizer.normalize(replaced(composed, LETTERS), Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "");
    }

    private static String replaced(String text, Map<String, String> letters) {
        String replaced = text;
        for (Map.Entry<String, String> letter : letters.entrySet()) {
            replaced = replaced.replace(letter.getKey(), letter.getValue());
        }
        return replaced;
    }
}
