package org.rotfaden.association;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What somebody types to find a name: beginnings of its words, in any order, whatever their case
/// and accents.
public record TypedWords(List<String> beginnings) {

    private static final int LONGEST = 100;
    private static final int MOST = 8;
    private static final int FEWEST_LETTERS = 2;

    /// What Unicode does not take apart into a letter and a mark.
    private static final Map<String, String> LETTERS =
            Map.of("ß", "ss", "ı", "i", "ø", "o", "æ", "ae", "ł", "l", "đ", "d", "œ", "oe");

    private static final Map<String, String> UMLAUTS = Map.of("ä", "ae", "ö", "oe", "ü", "ue");

    public static TypedWords of(String text) {
        String beginning = text.substring(0, Math.min(text.length(), LONGEST));
        return new TypedWords(split(plain(composed(beginning))).limit(MOST).toList());
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
                .allMatch(beginning -> words.stream().anyMatch(word -> word.startsWith(beginning)));
    }

    /// The same as a query of PostgreSQL's text search.
    public String asQuery() {
        return beginnings.stream()
                .map(beginning -> beginning + ":*")
                .collect(Collectors.joining(" & "));
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
