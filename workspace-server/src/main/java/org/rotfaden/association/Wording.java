package org.rotfaden.association;

import java.text.Normalizer;
import java.util.regex.Pattern;

/// Short texts that people read: names, titles, what something is for. They have one spelling for
/// what looks the same, and nothing in them that nobody sees.
public final class Wording {

    /// What Unicode lets a reader ignore (`Default_Ignorable_Code_Point`), and marks of
    /// annotations.
    private static final String UNSEEN =
            "[\\x{ad}\\x{34f}\\x{61c}\\x{115f}\\x{1160}\\x{17b4}\\x{17b5}\\x{180b}-\\x{180f}"
                    + "\\x{200b}-\\x{200f}\\x{202a}-\\x{202e}\\x{2060}-\\x{206f}\\x{3164}"
                    + "\\x{fe00}-\\x{fe0f}\\x{feff}\\x{ffa0}\\x{fff0}-\\x{fffb}"
                    + "\\x{1bca0}-\\x{1bca3}\\x{1d173}-\\x{1d17a}\\x{e0000}-\\x{e0fff}]";

    /// Turn the direction of what is written, or of what stands behind it.
    private static final Pattern TURNING =
            Pattern.compile("[\\x{61c}\\x{200e}\\x{200f}\\x{202a}-\\x{202e}\\x{2066}-\\x{2069}]");

    /// Half a character, or none: controls, private ones, what stands for a thing that is not
    /// there, and what Unicode will never give to anybody.
    private static final Pattern BROKEN =
            Pattern.compile(
                    "[\\p{Cs}\\p{Cc}\\p{Co}\\p{IsNoncharacter_Code_Point}\\x{fffc}\\x{fffd}"
                            + "&&[^\\t\\n\\r]]");

    /// Letters of one word that look like those of another script.
    private static final Pattern DISGUISED =
            Pattern.compile(
                    "\\p{IsLatin}\\p{M}*(?=[\\p{IsGreek}\\p{IsCyrillic}])"
                            + "|\\p{IsGreek}\\p{M}*(?=[\\p{IsLatin}\\p{IsCyrillic}])"
                            + "|\\p{IsCyrillic}\\p{M}*(?=[\\p{IsLatin}\\p{IsGreek}])");

    /// Scripts in which letters join or not, as the two characters for that say.
    private static final String JOINING =
            "[\\p{L}\\p{M}&&[^\\p{IsLatin}\\p{IsGreek}\\p{IsCyrillic}\\p{IsInherited}]]";

    private static final String PICTURE = "[\\p{IsExtended_Pictographic}\\p{IsEmoji}&&[^0-9#*]]";
    private static final String SHAPED = PICTURE + "[\\x{fe0e}\\x{fe0f}]?\\p{IsEmoji_Modifier}?";

    /// Where what nobody sees changes what is seen: flags of regions, pictures made of several,
    /// digits on keys, shapes of ideographs, letters that join.
    private static final String SEEN =
            String.join(
                    "|",
                    "\\x{1f3f4}[\\x{e0020}-\\x{e007e}]{1,8}\\x{e007f}",
                    SHAPED + "(?:\\x{200d}" + SHAPED + ")*",
                    "[0-9#*]\\x{fe0f}\\x{20e3}",
                    "\\p{IsIdeographic}[\\x{fe00}-\\x{fe02}\\x{e0100}-\\x{e01ef}]",
                    "\\p{IsMongolian}[\\x{180b}-\\x{180d}\\x{180f}]",
                    JOINING + "[\\x{200c}\\x{200d}](?=" + JOINING + ")");

    private static final Pattern SEEN_OR_NOT = Pattern.compile("(" + SEEN + ")|" + UNSEEN);

    /// More marks than any script puts on one letter draw over the lines above and below.
    private static final Pattern PILES = Pattern.compile("(\\p{M}{6})\\p{M}+");

    private static final Pattern IGNORED = Pattern.compile(UNSEEN);
    private static final Pattern EDGES =
            Pattern.compile("^[\\s\\p{Z}\\x{2800}]+|[\\s\\p{Z}\\x{2800}]+$");

    /// The pattern of Braille without a dot is a sign that nobody sees.
    private static final Pattern VISIBLE =
            Pattern.compile("[\\p{L}\\p{N}\\p{P}\\p{S}&&[^\\x{2800}]]");

    private Wording() {}

    /// What somebody typed in its one spelling: composed (NFC), without what nobody sees, without
    /// piles of marks and without spaces around it. Empty when nothing can be seen.
    ///
    /// @throws org.rotfaden.security.BrokenRule UNREADABLE_WORDS when it turns the direction of
    ///   writing, or has half a character
    public static String of(String typed) {
        if (!isReadable(typed)) {
            throw AssociationObjection.UNREADABLE_WORDS.raised();
        }
        String seen = SEEN_OR_NOT.matcher(typed).replaceAll("$1");
        String composed = Normalizer.normalize(seen, Normalizer.Form.NFC);
        String modest = PILES.matcher(composed).replaceAll("$1");
        String words = EDGES.matcher(modest).replaceAll("");
        return VISIBLE.matcher(words).find() ? words : "";
    }

    /// Whether nothing in it turns the direction of writing or is half a character.
    public static boolean isReadable(String typed) {
        return !TURNING.matcher(typed).find() && !BROKEN.matcher(typed).find();
    }

    /// The same of words that are there already, or are looked for: what is refused otherwise is
    /// left out.
    public static String plain(String words) {
        return of(BROKEN.matcher(TURNING.matcher(words).replaceAll("")).replaceAll(""));
    }

    /// The same without anything that a reader may ignore.
    public static String withoutUnseen(String text) {
        return IGNORED.matcher(text).replaceAll("");
    }

    /// Whether a word mixes the letters of scripts that look alike (Latin, Greek, Cyrillic), so
    /// that it can be taken for another.
    public static boolean isDisguised(String words) {
        return DISGUISED.matcher(words).find();
    }

    /// Whether words that are in their one spelling stand on one line.
    public static boolean isOneLine(String words) {
        return words.chars().noneMatch(Wording::breaksLine);
    }

    private static boolean breaksLine(int character) {
        int type = Character.getType(character);
        return type == Character.CONTROL
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR;
    }
}
