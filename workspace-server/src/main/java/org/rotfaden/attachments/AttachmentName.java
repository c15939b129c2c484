package org.rotfaden.attachments;

import java.util.Locale;
import java.util.regex.Pattern;
import org.rotfaden.association.Wording;

/// What a file is called, in 1 to 120 characters on one line that end as files of its kind do. No
/// name is refused: it is brought into shape.
record AttachmentName(String value) {

    static final int LONGEST = 120;

    private static final int READ = 1_000;
    private static final int HALF = 16; // so much of what is seen as one sign is never cut apart
    private static final Pattern FOLDERS = Pattern.compile("^.*[/\\\\]", Pattern.DOTALL);
    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}\\p{Cc}]+");
    private static final Pattern EDGES = Pattern.compile("^[. ]+|[. ]+$");

    /// @param given as somebody calls it, maybe with folders, maybe in bad faith
    static AttachmentName of(String given, AttachmentKind kind) {
        String name = words(given);
        int dot = name.lastIndexOf('.');
        String ending = name.substring(dot + 1).toLowerCase(Locale.ROOT);
        if (dot > 0 && kind.endings().contains(ending)) {
            return fitting(name.substring(0, dot), ending);
        }
        return fitting(name, kind.endings().getFirst());
    }

    private static String words(String given) {
        String last = FOLDERS.matcher(shortened(given)).replaceFirst("");
        return inShape(SPACES.matcher(last).replaceAll(" "));
    }

    /// Where it is far too long its end counts, which says what it is.
    private static String shortened(String given) {
        return given.substring(Math.max(0, given.length() - READ));
    }

    private static AttachmentName fitting(String stem, String ending) {
        int room = LONGEST - 1 - ending.length();
        String cut = stem.length() <= room ? stem : inShape(cut(stem, room));
        return new AttachmentName(
                (cut.isEmpty() ? ending.toUpperCase(Locale.ROOT) : cut) + "." + ending);
    }

    private static String cut(String text, int length) {
        int end = length;
        while (end > length - HALF && isWithin(text, end)) {
            end--;
        }
        return text.substring(0, end);
    }

    /// Whether what stands there belongs to what stands before.
    private static boolean isWithin(String text, int at) {
        return Character.isLowSurrogate(text.charAt(at))
                || switch (Character.getType(text.charAt(at))) {
                    case Character.NON_SPACING_MARK,
                            Character.ENCLOSING_MARK,
                            Character.COMBINING_SPACING_MARK,
                            Character.FORMAT ->
                            true;
                    default -> false;
                };
    }

    /// Spaces may come together when what nobody sees is gone from between them.
    private static String inShape(String name) {
        String seen = SPACES.matcher(Wording.plain(name)).replaceAll(" ");
        return EDGES.matcher(seen).replaceAll("");
    }
}
