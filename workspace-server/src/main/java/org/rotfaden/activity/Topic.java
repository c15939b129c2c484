package org.rotfaden.activity;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.rotfaden.security.Key;
import org.rotfaden.security.Subject;

/// What one can follow: one subject, or all of which those know who hold a key. What happens has a
/// version in each of its topics, one after the other without a gap.
///
/// @param name the same on every node and for ever
public record Topic(@JsonValue String name) implements Comparable<Topic> {

    /// What no node may miss for longer than a moment: every change of what somebody may do, and of
    /// what is kept at hand.
    static final Topic OF_ALL_NODES = new Topic("nodes");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Topic {}

    /// All that happens to a subject, whoever may know of it. Whoever passes it on asks of each
    /// thing who may know of it; how much there is shows in the versions.
    public static Topic about(Subject subject) {
        return new Topic("about:%s:%s".formatted(subject.type(), subject.id()));
    }

    public static Topic of(Key key) {
        return new Topic(key.name());
    }

    @Override
    public int compareTo(Topic other) {
        return name.compareTo(other.name);
    }
}
