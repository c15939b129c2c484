package org.rotfaden.motions;

import org.rotfaden.crdt.Line;

/// Counts the items of lists, each depth for itself, while lines go by.
final class ListNumbers {

    private static final int DEPTHS = 9;

    private final int[] last = new int[DEPTHS];

    /// What stands before a line in plain text.
    String marker(Line line) {
        int depth = MotionText.isItem(line) ? MotionText.indent(line) : -1;
        for (int deeper = depth + 1; deeper < DEPTHS; deeper++) {
            last[deeper] = 0;
        }
        if (depth < 0) {
            return "";
        }
        String space = "  ".repeat(depth);
        if ("ordered".equals(line.attributes().get("list"))) {
            last[depth]++;
            return space + last[depth] + ". ";
        }
        last[depth] = 0;
        return space + "– ";
    }
}
