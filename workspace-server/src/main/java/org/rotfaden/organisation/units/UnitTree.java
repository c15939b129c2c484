package org.rotfaden.organisation.units;

import java.util.List;

/// A tree of units: the party's, the youth organisation's.
///
/// @param rank its place among the trees, 1 first
/// @param levels from the top down; a branch may leave levels out
public record UnitTree(TreeId id, String name, String slug, int rank, List<UnitLevel> levels) {

    public UnitTree {
        levels = List.copyOf(levels);
    }

    /// The level with this number.
    ///
    /// @throws org.rotfaden.security.BrokenRule WRONG_PLACE when the tree has none
    public UnitLevel level(int number) {
        return levels.stream()
                .filter(level -> level.level() == number)
                .findFirst()
                .orElseThrow(UnitObjection.WRONG_PLACE::raised);
    }
}
