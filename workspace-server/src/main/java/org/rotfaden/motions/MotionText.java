package org.rotfaden.motions;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.rotfaden.crdt.Line;
import org.rotfaden.crdt.Run;
import org.rotfaden.realtime.DocumentText;
import org.springframework.web.util.HtmlUtils;

/// The words of a motion in forms for reading: title, text, reason.
public final class MotionText {

    private static final String REASON = "Begründung";
    private static final Pattern SAFE_LINK = Pattern.compile("(?i)(https?://|mailto:).*");

    private static final Map<String, String> MARKS =
            Map.of("bold", "strong", "italic", "em", "underline", "u", "strike", "s");

    private MotionText() {}

    /// Plain text: headings and paragraphs by lines, list items with their markers.
    public static String plain(DocumentText words) {
        String reason = plain(Line.of(words.reason()));
        return words.plainTitle()
                + "\n\n"
                + plain(Line.of(words.text()))
                + (reason.isBlank() ? "" : "\n" + REASON + "\n\n" + reason);
    }

    /// HTML with headings, paragraphs, quotations and real lists; nothing of the words is taken for
    /// markup, and links lead to the web and to mailboxes only.
    public static String html(DocumentText words) {
        String reason = html(Line.of(words.reason()));
        return "<article lang=\"de\">\n<h1>%s</h1>\n%s%s</article>\n"
                .formatted(
                        escaped(words.plainTitle()),
                        html(Line.of(words.text())),
                        reason.isBlank() ? "" : "<h2>" + REASON + "</h2>\n" + reason);
    }

    private static String plain(List<Line> lines) {
        var numbers = new ListNumbers();
        return lines.stream()
                .map(line -> numbers.marker(line) + words(line) + "\n")
                .collect(Collectors.joining());
    }

    private static String words(Line line) {
        return line.runs().stream()
                .map(Run::insert)
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .collect(Collectors.joining());
    }

    private static String html(List<Line> lines) {
        var out = new StringBuilder();
        Deque<String> open = new ArrayDeque<>();
        for (Line line : lines) {
            listsUpTo(line, open, out);
            out.append(block(line));
        }
        while (!open.isEmpty()) {
            closeList(open, out);
        }
        return out.toString();
    }

    /// Opens and closes lists so that the line's item stands as deep as its indent says.
    private static void listsUpTo(Line line, Deque<String> open, StringBuilder out) {
        String kind = "ordered".equals(line.attributes().get("list")) ? "ol" : "ul";
        int depth = isItem(line) ? indent(line) + 1 : 0;
        while (open.size() > depth
                || (open.size() == depth && depth > 0 && !kind.equals(open.peek()))) {
            closeList(open, out);
        }
        if (isItem(line) && open.size() == depth) {
            out.append("</li>\n");
        }
        while (open.size() < depth) {
            out.append('<').append(kind).append(">\n");
            open.push(kind);
            if (open.size() < depth) {
                out.append("<li>");
            }
        }
    }

    private static void closeList(Deque<String> open, StringBuilder out) {
        out.append("</li>\n</").append(open.pop()).append(">\n");
    }

    private static String block(Line line) {
        String words = line.runs().stream().map(MotionText::inline).collect(Collectors.joining());
        if (isItem(line)) {
            return "<li>" + words;
        }
        if (words.isBlank()) {
            return "";
        }
        if (line.attributes().get("header") instanceof Number level) {
            int depth = Math.clamp(level.intValue() + 1, 2, 4);
            return "<h%d>%s</h%d>\n".formatted(depth, words, depth);
        }
        String paragraph = "<p>" + words + "</p>\n";
        return line.attributes().containsKey("blockquote")
                ? "<blockquote>" + paragraph + "</blockquote>\n"
                : paragraph;
    }

    private static String inline(Run run) {
        if (!(run.insert() instanceof String words)) {
            return "";
        }
        String html = escaped(words);
        for (Map.Entry<String, String> mark : MARKS.entrySet()) {
            if (Boolean.TRUE.equals(run.attributes().get(mark.getKey()))) {
                html = "<%2$s>%1$s</%2$s>".formatted(html, mark.getValue());
            }
        }
        return run.attributes().get("link") instanceof String link
                        && SAFE_LINK.matcher(link).matches()
                ? "<a href=\"%s\" rel=\"noopener noreferrer\">%s</a>".formatted(escaped(link), html)
                : html;
    }

    private static String escaped(String words) {
        return HtmlUtils.htmlEscape(words, "UTF-8");
    }

    static boolean isItem(Line line) {
        return line.attributes().get("list") instanceof String;
    }

    static int indent(Line line) {
        return line.attributes().get("indent") instanceof Number indent
                ? Math.clamp(indent.intValue(), 0, 8)
                : 0;
    }
}
