package org.rotfaden.organisation.units;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;

/// What a structure says of random trees.
class StructureTests {

    private static final TreeId TREE = new TreeId(new UUID(0, 0));
    private static final LocalDate DAY = LocalDate.of(2027, 1, 1);

    @Property(tries = 300)
    void above_and_below_agree(@ForAll long seed, @ForAll @IntRange(min = 1, max = 40) int size) {
        List<Unit> units = units(new Random(seed), size);
        Structure structure = structure(units);
        for (Unit one : structure.current()) {
            Set<UnitId> within = structure.within(one.id());
            for (Unit other : structure.current()) {
                boolean isAbove = structure.above(other.id()).contains(one);
                assertThat(within.contains(other.id())).isEqualTo(isAbove || one.equals(other));
            }
            assertThat(structure.above(one.id())).doesNotContain(one).doesNotHaveDuplicates();
        }
    }

    @Property(tries = 300)
    void each_unit_that_is_not_over_stands_at_exactly_one_place(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 40) int size) {
        Structure structure = structure(units(new Random(seed), size));
        List<Unit> hanging = new ArrayList<>(structure.top(TREE));
        structure.current().forEach(unit -> hanging.addAll(structure.rightBelow(unit.id())));
        assertThat(hanging).doesNotHaveDuplicates();
        assertThat(Set.copyOf(hanging)).isEqualTo(Set.copyOf(structure.current()));
    }

    @Property(tries = 300)
    void every_unit_is_found_by_its_address_the_former_ones_too(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 40) int size) {
        List<Unit> units = units(new Random(seed), size);
        Structure structure = structure(units);
        for (Unit unit : units) {
            assertThat(structure.find(unit.slug())).contains(unit);
            assertThat(structure.find(unit.id())).contains(unit);
        }
        Set<UnitId> former =
                units.stream().filter(Unit::isOver).map(Unit::id).collect(Collectors.toSet());
        assertThat(structure.current()).extracting(Unit::id).noneMatch(former::contains);
    }

    private static Structure structure(List<Unit> units) {
        return new Structure(1, List.of(), units);
    }

    /// Former units are leaves, as they are in the workspace: what was below them hangs elsewhere.
    private static List<Unit> units(Random random, int size) {
        List<Unit> standing = new ArrayList<>();
        List<Unit> all = new ArrayList<>();
        for (int number = 0; number < size; number++) {
            Unit above =
                    standing.isEmpty() || random.nextInt(5) == 0
                            ? null
                            : standing.get(random.nextInt(standing.size()));
            boolean isOver = random.nextInt(6) == 0;
            Unit unit = unit(number, above, isOver ? DAY : null);
            all.add(unit);
            if (!isOver) {
                standing.add(unit);
            }
        }
        return all;
    }

    private static Unit unit(int number, @Nullable Unit above, @Nullable LocalDate lastDay) {
        return new Unit(
                new UnitId(new UUID(1, number)),
                TREE,
                "ort-" + number,
                "Ort " + number,
                "Ort",
                above == null ? 1 : above.level() + 1,
                above == null ? null : above.id(),
                DAY,
                lastDay,
                1);
    }
}
