package org.rotfaden.association;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The name of a body or a unit in a German sentence: "im Vorstand", "in der Landeskonferenz", "der
/// Abteilung Nordstadt", "des Kreisverbands Ulmental". The gender follows from how the first word
/// ends, which is the noun in all names that associations give; where it is none of the endings
/// that are known, it is not in the sentence.
public record GermanNoun(String name) {

    private static final Pattern FIRST_WORD = Pattern.compile("^(\\p{Lu}[\\p{L}-]*)(.*)$");

    private static final Pattern FEMININE =
            endings(
                    "ung|konferenz|kommission|gruppe|leitung|runde|schaft|sektion|jugend"
                        + "|region|partei|organisation|(?<!\\p{Lu})(?-i:AG)|fraktion|initiative|stelle");
    private static final Pattern MASCULINE =
            endings(
                    "vorstand|ausschuss|rat|kreis|verband|verein|bezirk|bund|kongress|tag|(?<!\\p{Lu})(?-i:AK)"
                        + "|senat");
    private static final Pattern NEUTER =
            endings("gremium|präsidium|gericht|team|forum|plenum|büro|komitee|kollegium|netzwerk");

    /// Words that say their genitive with a syllable more.
    private static final Pattern LONG_GENITIVE = endings("ss|kreis|bund");

    /// Where somebody is: "im Vorstand"; nothing where the gender is not known.
    public Optional<String> within() {
        return first(FEMININE)
                .map(_ -> "in der " + name)
                .or(() -> first(MASCULINE).or(() -> first(NEUTER)).map(_ -> "im " + name));
    }

    /// Whose something is: "des Kreisverbands Ulmental"; nothing where the gender is not known.
    public Optional<String> genitive() {
        return first(FEMININE)
                .map(_ -> "der " + name)
                .or(() ->
                        first(MASCULINE)
                                .or(() -> first(NEUTER))
                                .map(noun -> "des " + inGenitive(noun) + noun.group(2)));
    }

    private static String inGenitive(Matcher noun) {
        String word = noun.group(1);
        if (word.endsWith("AK")) {
            return word;
        }
        return word + (LONG_GENITIVE.matcher(word).find() ? "es" : "s");
    }

    private Optional<Matcher> first(Pattern ending) {
        return Optional.of(FIRST_WORD.matcher(name))
                .filter(Matcher::matches)
                .filter(noun -> ending.matcher(noun.group(1)).find());
    }

    private static Pattern endings(String some) {
        return Pattern.compile("(" + some + ")$", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }
}
