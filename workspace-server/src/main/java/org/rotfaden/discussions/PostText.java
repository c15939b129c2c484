package org.rotfaden.discussions;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rotfaden.security.Subject;

/// The words of a post with their small formatting: `**bold**`, `*italic*`, lines that begin with
/// `- ` or `1. `, quotes behind `> `, addresses of the web, and `@member:…` where somebody or
/// something is mentioned by its id. Whatever else stands there is shown as it is.
public record PostText(List<Block> blocks) {

    /// What a line is.
    public enum Form {
        PARAGRAPH,
        BULLET,
        NUMBER,
        QUOTE
    }

    /// Lines of one form that stand together; an item of a list is a block of its own.
    public record Block(Form form, List<Run> runs) {}

    /// Words of one look.
    ///
    /// @param link the address to which they lead
    /// @param mention what is mentioned; the words are empty then, for its name is each reader's
    ///   own
    public record Run(
            String words,
            boolean bold,
            boolean italic,
            @Nullable String link,
            @Nullable Subject mention) {}

    private static final Pattern BULLET = Pattern.compile("^[-*•] +(?=\\S)");
    private static final Pattern NUMBER = Pattern.compile("^\\d{1,3}[.)] +(?=\\S)");
    private static final Pattern QUOTE = Pattern.compile("^> ?");

    /// A link, a mention, a change of look; the end of a sentence is no part of a link.
    private static final Pattern SIGN =
            Pattern.compile(
                    "(?<link>(?<![\\p{L}\\p{N}])https?://[^\\s<>\"\\p{Z}]+[^\\s<>\"\\p{Z}.,;:!?'*)\\]}])"
                        + "|@(?<type>member|unit|body|working-group|post):"
                        + "(?<id>[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})"
                        + "|(?<bold>\\*\\*)|(?<italic>\\*)");

    public PostText {
        blocks = List.copyOf(blocks);
    }

    /// Reads what somebody wrote.
    public static PostText of(String words) {
        var blocks = new ArrayList<Block>();
        var open = new ArrayList<String>();
        @Nullable Form form = null;
        for (String line : words.split("\n", -1)) {
            Form next = formOf(line);
            boolean goesOn =
                    next == form
                            && (next == Form.QUOTE || next == Form.PARAGRAPH)
                            && !line.isBlank();
            if (!goesOn) {
                close(blocks, form, open);
            }
            form = line.isBlank() ? null : next;
            if (!line.isBlank()) {
                open.add(marker(next).matcher(line).replaceFirst(""));
            }
        }
        close(blocks, form, open);
        return new PostText(blocks);
    }

    private static void close(List<Block> blocks, @Nullable Form form, List<String> lines) {
        if (form != null && !lines.isEmpty()) {
            blocks.add(new Block(form, runs(String.join("\n", lines))));
        }
        lines.clear();
    }

    private static Form formOf(String line) {
        return Stream.of(Form.BULLET, Form.NUMBER, Form.QUOTE)
                .filter(form -> marker(form).matcher(line).find())
                .findFirst()
                .orElse(Form.PARAGRAPH);
    }

    private static Pattern marker(Form form) {
        return switch (form) {
            case BULLET -> BULLET;
            case NUMBER -> NUMBER;
            case QUOTE -> QUOTE;
            case PARAGRAPH -> Pattern.compile("^");
        };
    }

    /// Stars that have no partner are shown.
    private static List<Run> runs(String words) {
        List<MatchResult> signs = SIGN.matcher(words).results().toList();
        Set<MatchResult> turning = new LinkedHashSet<>();
        turning.addAll(pairs(signs, "bold", words));
        turning.addAll(pairs(signs, "italic", words));
        var runs = new ArrayList<Run>();
        boolean bold = false;
        boolean italic = false;
        int from = 0;
        for (MatchResult sign : signs) {
            boolean isTurn = turning.contains(sign);
            if (!isTurn && sign.group("link") == null && sign.group("type") == null) {
                continue;
            }
            say(runs, words.substring(from, sign.start()), bold, italic);
            from = sign.end();
            if (sign.group("bold") != null) {
                bold = !bold;
            } else if (sign.group("italic") != null) {
                italic = !italic;
            } else if (sign.group("link") != null) {
                runs.add(new Run(sign.group(), bold, italic, sign.group(), null));
            } else {
                var mentioned = new Subject(sign.group("type"), UUID.fromString(sign.group("id")));
                runs.add(new Run("", bold, italic, null, mentioned));
            }
        }
        say(runs, words.substring(from), bold, italic);
        return runs;
    }

    private static void say(List<Run> runs, String words, boolean bold, boolean italic) {
        if (!words.isEmpty()) {
            runs.add(new Run(words, bold, italic, null, null));
        }
    }

    /// Those of a kind that stand in pairs: the first at the beginning of a word, the second at the
    /// end of one.
    private static List<MatchResult> pairs(List<MatchResult> signs, String kind, String words) {
        var pairs = new ArrayList<MatchResult>();
        @Nullable MatchResult opening = null;
        for (MatchResult sign : signs) {
            if (sign.group(kind) == null) {
                continue;
            }
            if (opening == null) {
                opening = isBlankAt(words, sign.end()) ? null : sign;
            } else if (!isBlankAt(words, sign.start() - 1)) {
                pairs.add(opening);
                pairs.add(sign);
                opening = null;
            }
        }
        return pairs;
    }

    private static boolean isBlankAt(String words, int place) {
        return place < 0 || place >= words.length() || Character.isWhitespace(words.charAt(place));
    }

    /// All that is mentioned, each once.
    public static Set<Subject> mentionedIn(String words) {
        var mentioned = new LinkedHashSet<Subject>();
        Matcher sign = SIGN.matcher(words);
        while (sign.find()) {
            if (sign.group("type") != null) {
                mentioned.add(
                        new Subject(
                                sign.group("type").toLowerCase(Locale.ROOT),
                                UUID.fromString(sign.group("id"))));
            }
        }
        return mentioned;
    }
}
