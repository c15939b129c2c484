package org.rotfaden.crdt;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A line of a text.
///
/// @param runs what stands in it, without the line break
/// @param attributes those of the break that ends it, for example `header` or `list`
public record Line(List<Run> runs, Map<String, Object> attributes) {

    /// The lines of a Delta. A missing last break, which merges can leave, reads as present.
    public static List<Line> of(List<Run> delta) {
        List<Line> lines = new ArrayList<>();
        List<Run> current = new ArrayList<>();
        for (Run run : delta) {
            if (!(run.insert() instanceof String words)) {
                current.add(run);
                continue;
            }
            String[] parts = words.split("\n", -1);
            for (int part = 0; part < parts.length; part++) {
                if (part > 0) {
                    lines.add(new Line(List.copyOf(current), run.attributes()));
                    current.clear();
                }
                if (!parts[part].isEmpty()) {
                    current.add(new Run(parts[part], run.attributes()));
                }
            }
        }
        if (!current.isEmpty()) {
            lines.add(new Line(List.copyOf(current), Map.of()));
        }
        return lines;
    }
}
