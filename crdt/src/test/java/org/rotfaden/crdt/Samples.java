package org.rotfaden.crdt;

import java.util.List;
import java.util.Map;

/// Contents and updates for tests.
public final class Samples {

    private Samples() {}

    public static FirstContent motion(String title, String... lines) {
        return new FirstContent(
                title,
                List.of(new Run(String.join("\n", lines) + "\n", Map.of())),
                List.of(new Run("\n", Map.of())));
    }

    /// A document with the given title.
    public static SharedDocument document(String title, String... lines) {
        return SharedDocument.of(SharedDocument.firstContent(motion(title, lines)));
    }
}
