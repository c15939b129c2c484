package org.rotfaden.http;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Part of a long list.
///
/// @param next the address of what comes after it; nothing at the end
public record Page<T>(List<T> items, @Nullable String next) {

    public Page {
        items = List.copyOf(items);
    }

    /// The same part, seen otherwise.
    public <R> Page<R> map(Function<? super T, ? extends R> shown) {
        return new Page<R>(items.stream().<R>map(shown).toList(), next);
    }
}
