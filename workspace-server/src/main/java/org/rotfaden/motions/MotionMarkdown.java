package org.rotfaden.motions;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.Emphasis;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.Link;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.rotfaden.crdt.FirstContent;
import org.rotfaden.crdt.Run;

/// Reads a motion that was written as Markdown: a first heading is its title, a second-level
/// heading `Begründung` begins the reason.
final class MotionMarkdown extends AbstractVisitor {

    private static final String REASON = "Begründung";
    private static final int DEEPEST_HEADING = 3;

    private final List<Run> text = new ArrayList<>();
    private final List<Run> reason = new ArrayList<>();
    private final Map<String, Object> inline = new TreeMap<>();
    private final Map<String, Object> line = new TreeMap<>();
    private final StringBuilder title = new StringBuilder();
    private List<Run> current = text;

    private MotionMarkdown() {}

    static FirstContent read(String markdown) {
        var reader = new MotionMarkdown();
        Parser.builder().build().parse(markdown).accept(reader);
        return new FirstContent(reader.title.toString(), ended(reader.text), ended(reader.reason));
    }

    @Override
    public void visit(Heading heading) {
        if (heading.getLevel() == 1) {
            title.append(plain(heading));
        } else if (heading.getLevel() == 2 && plain(heading).equals(REASON)) {
            current = reason;
        } else {
            inLine("header", Math.clamp(heading.getLevel() - 1, 1, DEEPEST_HEADING), heading);
        }
    }

    @Override
    public void visit(Paragraph paragraph) {
        visitChildren(paragraph);
        endLine();
    }

    @Override
    public void visit(ListItem item) {
        String kind = item.getParent() instanceof OrderedList ? "ordered" : "bullet";
        line.put("list", kind);
        int depth = depthOf(item);
        if (depth > 0) {
            line.put("indent", depth);
        }
        visitChildren(item);
        line.remove("list");
        line.remove("indent");
    }

    @Override
    public void visit(BlockQuote quote) {
        line.put("blockquote", true);
        visitChildren(quote);
        line.remove("blockquote");
    }

    @Override
    public void visit(StrongEmphasis strong) {
        inRun("bold", true, strong);
    }

    @Override
    public void visit(Emphasis emphasis) {
        inRun("italic", true, emphasis);
    }

    @Override
    public void visit(Link link) {
        inRun("link", link.getDestination(), link);
    }

    @Override
    public void visit(Text words) {
        current.add(new Run(words.getLiteral(), Map.copyOf(inline)));
    }

    @Override
    public void visit(SoftLineBreak wrapped) {
        current.add(new Run(" ", Map.copyOf(inline)));
    }

    @Override
    public void visit(HardLineBreak broken) {
        endLine();
    }

    private void inLine(String attribute, Object value, Node node) {
        line.put(attribute, value);
        visitChildren(node);
        endLine();
        line.remove(attribute);
    }

    private void inRun(String attribute, Object value, Node node) {
        inline.put(attribute, value);
        visitChildren(node);
        inline.remove(attribute);
    }

    private void endLine() {
        current.add(new Run("\n", Map.copyOf(line)));
    }

    private static int depthOf(ListItem item) {
        int depth = -1;
        for (Node node = item.getParent(); node != null; node = node.getParent()) {
            if (node instanceof BulletList || node instanceof OrderedList) {
                depth++;
            }
        }
        return depth;
    }

    private static String plain(Node node) {
        var words = new StringBuilder();
        node.accept(
                new AbstractVisitor() {
                    @Override
                    public void visit(Text text) {
                        words.append(text.getLiteral());
                    }
                });
        return words.toString();
    }

    /// Every text ends with a line break, an empty one too.
    private static List<Run> ended(List<Run> runs) {
        return runs.isEmpty() ? List.of(new Run("\n", Map.of())) : runs;
    }
}
