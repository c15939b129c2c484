package org.rotfaden.crdt;

import java.util.List;
import java.util.Map;

/// What a new document begins with.
///
/// @param title one line, without its end
public record FirstContent(String title, List<Run> text, List<Run> reason) {

    private static final List<Run> EMPTY = List.of(new Run("\n", Map.of()));

    /// A title, and nothing written yet.
    public static FirstContent titled(String title) {
        return new FirstContent(title, EMPTY, EMPTY);
    }
}
