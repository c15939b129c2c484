package org.rotfaden.organisation.units;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rotfaden.association.TypedWords;
import org.springframework.stereotype.Component;

/// Keeps the words of all units at hand for as long as the structure stays the same.
@Component
class UnitIndex {

    private record Named(Unit unit, List<String> words) {}

    private record Index(Structure structure, List<Named> units) {}

    private final Structures structures;
    private volatile @Nullable Index last;

    UnitIndex(Structures structures) {
        this.structures = structures;
    }

    /// The units that have these words in their name and kind: those higher up first.
    List<Unit> find(TypedWords words, int most) {
        return index().units().stream()
                .filter(named -> words.begin(named.words()))
                .limit(most)
                .map(Named::unit)
                .toList();
    }

    private Index index() {
        Structure structure = structures.current();
        Index index = last;
        if (index == null || index.structure() != structure) {
            index = new Index(structure, named(structure));
            last = index;
        }
        return index;
    }

    private static List<Named> named(Structure structure) {
        return structure.current().stream()
                .sorted(Comparator.comparingInt(Unit::level).thenComparing(Unit::name))
                .map(unit -> new Named(unit, TypedWords.ofName(unit.name() + " " + unit.kind())))
                .toList();
    }
}
