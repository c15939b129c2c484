package org.rotfaden.crdt;

import java.util.Arrays;
import java.util.Optional;

/// The texts of a document, each one sequence of characters.
public enum Root {
    TITLE("title"),
    TEXT("text"),
    REASON("reason");

    private final String key;

    Root(String key) {
        this.key = key;
    }

    public static Optional<Root> find(String key) {
        return Arrays.stream(values()).filter(root -> root.key.equals(key)).findFirst();
    }

    /// What the document calls it.
    public String key() {
        return key;
    }
}
