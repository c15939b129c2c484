package org.rotfaden.organisation.units;

import java.text.Collator;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rotfaden.security.Subject;

/// All units and how they stand to each other on one day; never changes. Former units are known,
/// but stand in no tree any more.
public final class Structure {

    private final long changes;
    private final List<UnitTree> trees;
    private final Map<UnitId, Unit> units = new HashMap<>();
    private final Map<String, Unit> bySlug = new HashMap<>();
    private final Map<UnitId, List<Unit>> below = new HashMap<>();
    private final Map<TreeId, List<Unit>> tops = new HashMap<>();

    /// The one with this id.
    ///
    /// @param changes how often the trees had changed by then
    Structure(long changes, List<UnitTree> trees, Collection<Unit> all) {
        this.changes = changes;
        this.trees = List.copyOf(trees);
        all.forEach(unit -> {
            units.put(unit.id(), unit);
            bySlug.put(unit.slug(), unit);
        });
        Collator german = Collator.getInstance(Locale.GERMAN);
        all.stream()
                .filter(unit -> !unit.isOver())
                .map(unit -> Map.entry(german.getCollationKey(unit.name()), unit))
                .sorted(Map.Entry.comparingByKey(Comparator.naturalOrder()))
                .map(Map.Entry::getValue)
                .forEach(this::hang);
    }

    private void hang(Unit unit) {
        if (unit.parent() == null) {
            tops.computeIfAbsent(unit.tree(), _ -> new ArrayList<>()).add(unit);
        } else {
            below.computeIfAbsent(unit.parent(), _ -> new ArrayList<>()).add(unit);
        }
    }

    boolean isAfter(long otherChanges) {
        return changes >= otherChanges;
    }

    public List<UnitTree> trees() {
        return trees;
    }

    /// The one with this id.
    ///
    /// @throws org.rotfaden.security.BrokenRule TREE_NOT_FOUND when there is none
    public UnitTree tree(TreeId id) {
        return trees.stream()
                .filter(tree -> tree.id().equals(id))
                .findFirst()
                .orElseThrow(UnitObjection.TREE_NOT_FOUND::raised);
    }

    public Optional<Unit> find(UnitId id) {
        return Optional.ofNullable(units.get(id));
    }

    public Optional<Unit> find(String slug) {
        return Optional.ofNullable(bySlug.get(slug));
    }

    /// The one with this id.
    ///
    /// @throws org.rotfaden.security.BrokenRule UNIT_NOT_FOUND when there is none
    public Unit get(UnitId id) {
        return find(id).orElseThrow(UnitObjection.UNIT_NOT_FOUND::raised);
    }

    /// A unit that is not over.
    ///
    /// @throws org.rotfaden.security.BrokenRule UNIT_NOT_FOUND when there is none
    /// @throws org.rotfaden.security.BrokenRule UNIT_ENDED when it is over
    public Unit getCurrent(UnitId id) {
        Unit unit = get(id);
        if (unit.isOver()) {
            throw UnitObjection.UNIT_ENDED.raised();
        }
        return unit;
    }

    /// All units that are not over, in no order.
    public List<Unit> current() {
        return units.values().stream().filter(unit -> !unit.isOver()).toList();
    }

    /// The units at the top of a tree, by name.
    public List<Unit> top(TreeId tree) {
        return List.copyOf(tops.getOrDefault(tree, List.of()));
    }

    /// The units at the top of all trees.
    public Stream<Unit> tops() {
        return tops.values().stream().flatMap(List::stream);
    }

    /// The units right below another, by name.
    public List<Unit> rightBelow(UnitId unit) {
        return List.copyOf(below.getOrDefault(unit, List.of()));
    }

    /// How many units stand right below another.
    public int countRightBelow(UnitId unit) {
        return below.getOrDefault(unit, List.of()).size();
    }

    /// The units above one, the nearest first. A former unit is below what it last was below.
    public List<Unit> above(UnitId unit) {
        var above = new LinkedHashSet<Unit>();
        Optional<Unit> next = find(unit).flatMap(Unit::above).flatMap(this::find);
        while (next.isPresent() && above.add(next.get())) {
            next = next.flatMap(Unit::above).flatMap(this::find);
        }
        return List.copyOf(above);
    }

    /// Where roles reach some units, or come from them: the units, those above and those below.
    Set<Subject> placesAround(Collection<UnitId> some) {
        return some.stream()
                .filter(unit -> find(unit).isPresent())
                .flatMap(unit ->
                        Stream.concat(above(unit).stream().map(Unit::id), within(unit).stream()))
                .map(UnitId::subject)
                .collect(Collectors.toUnmodifiableSet());
    }

    /// The units right above and right below some, or the association where they are at the top.
    UnitEvent.Neighbours neighboursOf(Collection<UnitId> some) {
        return new UnitEvent.Neighbours(
                some.stream()
                        .map(this::get)
                        .flatMap(unit ->
                                Stream.concat(
                                        Stream.of(unit.placeAbove()),
                                        rightBelow(unit.id()).stream()
                                                .map(lower -> lower.id().subject())))
                        .collect(Collectors.toSet()));
    }

    /// A unit with all units below it.
    public Set<UnitId> within(UnitId top) {
        var within = new LinkedHashSet<UnitId>();
        var waiting = new ArrayList<>(List.of(top));
        while (!waiting.isEmpty()) {
            UnitId unit = waiting.removeLast();
            if (within.add(unit)) {
                below.getOrDefault(unit, List.of()).forEach(lower -> waiting.add(lower.id()));
            }
        }
        return within;
    }
}
