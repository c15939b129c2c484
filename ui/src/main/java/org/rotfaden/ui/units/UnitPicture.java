package org.rotfaden.ui.units;

import com.vaadin.flow.component.Html;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.rotfaden.organisation.units.Structure;
import org.rotfaden.organisation.units.Unit;
import org.rotfaden.organisation.units.UnitId;
import org.rotfaden.organisation.units.UnitTree;
import org.rotfaden.ui.elements.Paths;
import org.springframework.web.util.HtmlUtils;

/// A tree drawn as threads that run from knot to knot. Of a large tree the upper part is drawn, and
/// a knot with more below it says how much. Every name is a link; the list says the same in words.
final class UnitPicture extends Div {

    private static final int MOST_KNOTS = 150;
    private static final int ROW = 34;
    private static final int STEP = 26;

    /// Of a letter, on average and with room to spare.
    private static final int LETTER = 10;

    /// "12345 below", in letters.
    private static final int ROOM_FOR_MORE = 14;

    /// A unit at its place in the picture.
    private record Knot(Unit unit, int depth, int row, int parentRow, boolean isWhole) {

        int x() {
            return 12 + depth * STEP;
        }

        int end() {
            return x() + ROW + LETTER * (unit.name().length() + (isWhole ? 0 : ROOM_FOR_MORE));
        }

        int y() {
            return ROW / 2 + row * ROW;
        }
    }

    UnitPicture(Structure structure, UnitTree tree) {
        addClassName("unit-picture");
        Set<UnitId> drawn = upperPart(structure, tree);
        List<Knot> knots = new ArrayList<>();
        structure.top(tree.id()).stream()
                .filter(unit -> drawn.contains(unit.id()))
                .forEach(unit -> place(structure, unit, drawn, 0, -1, knots));
        add(new Html(drawing(structure, tree, knots)));
        if (drawn.size() >= MOST_KNOTS) {
            var hint = new Paragraph(getTranslation("units.picture.upper-part", drawn.size()));
            hint.addClassName("hint");
            add(hint);
        }
    }

    /// Level by level, as many as can be looked at.
    private static Set<UnitId> upperPart(Structure structure, UnitTree tree) {
        Set<UnitId> drawn = new HashSet<>();
        Deque<Unit> waiting = new ArrayDeque<>(structure.top(tree.id()));
        while (!waiting.isEmpty() && drawn.size() < MOST_KNOTS) {
            Unit unit = waiting.removeFirst();
            drawn.add(unit.id());
            waiting.addAll(structure.rightBelow(unit.id()));
        }
        return drawn;
    }

    private static void place(
            Structure structure,
            Unit unit,
            Set<UnitId> drawn,
            int depth,
            int parentRow,
            List<Knot> knots) {
        List<Unit> below = structure.rightBelow(unit.id());
        boolean isWhole = below.stream().allMatch(lower -> drawn.contains(lower.id()));
        int row = knots.size();
        knots.add(new Knot(unit, depth, row, parentRow, isWhole));
        below.stream()
                .filter(lower -> drawn.contains(lower.id()))
                .forEach(lower -> place(structure, lower, drawn, depth + 1, row, knots));
    }

    private String drawing(Structure structure, UnitTree tree, List<Knot> knots) {
        var svg = new StringBuilder("<div class=\"drawing\">");
        int height = knots.size() * ROW;
        int width = knots.stream().mapToInt(Knot::end).max().orElse(0);
        svg.append(
                "<svg viewBox=\"0 0 %d %d\" width=\"%d\" height=\"%d\" role=\"group\" aria-label=\"%s\">"
                        .formatted(width, height, width, height, escaped(tree.name())));
        knots.stream().filter(knot -> knot.depth() > 0).forEach(knot -> svg.append(thread(knot)));
        knots.forEach(knot -> svg.append(knot(structure, knot)));
        return svg.append("</svg></div>").toString();
    }

    private static String thread(Knot knot) {
        int fromX = knot.x() - STEP;
        int fromY = ROW / 2 + knot.parentRow() * ROW;
        int bend = Math.min(STEP, 14);
        return "<path class=\"line\" d=\"M%d %dV%dQ%d %d %d %dH%d\"/>"
                .formatted(
                        fromX,
                        fromY,
                        knot.y() - bend,
                        fromX,
                        knot.y(),
                        fromX + bend,
                        knot.y(),
                        knot.x());
    }

    private String knot(Structure structure, Knot knot) {
        int below = structure.countRightBelow(knot.unit().id());
        String more =
                knot.isWhole()
                        ? ""
                        : " <tspan class=\"more\">%s</tspan>"
                                .formatted(escaped(getTranslation("units.below", below)));
        return "<a href=\"%s\"><circle class=\"knot\" cx=\"%d\" cy=\"%d\" r=\"%d\"/><text x=\"%d\" y=\"%d\">%s%s</text></a>"
                .formatted(
                        Paths.unit(knot.unit().slug()),
                        knot.x(),
                        knot.y(),
                        below > 0 ? 7 : 5,
                        knot.x() + 16,
                        knot.y() + 5,
                        escaped(knot.unit().name()),
                        more);
    }

    private static String escaped(String words) {
        return HtmlUtils.htmlEscape(words, "UTF-8");
    }
}
