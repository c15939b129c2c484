package org.rotfaden.activity;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;

/// Something that happened, as it is told once the transaction is over that did it.
///
/// @param at when that was about to end
/// @param versions which one it is in each of its topics, from 1 on
public record Told(Activity what, Instant at, Map<Topic, Long> versions) {

    public Told {
        versions = Map.copyOf(versions);
    }

    /// Whether it concerns somebody in person, or tells that somebody knows of it.
    public boolean concernsSomebody() {
        return !what.addressed().isEmpty() || what instanceof ReadUpTo;
    }

    /// Which version of a topic this led to. Whoever hears things twice or in another order knows
    /// by it what is old.
    public long version(Topic topic) {
        return Objects.requireNonNull(versions.get(topic));
    }
}
