package org.rotfaden.organisation.units;

import java.util.List;
import org.rotfaden.association.Name;

/// A tree that is about to be made.
///
/// @param levels from the top down
public record NewTree(Name name, List<UnitLevel> levels) {

    private static final int DEEPEST = 12;

    /// @throws org.rotfaden.security.BrokenRule INVALID_TREE unless it has 1 to 12 levels with
    ///   names
    public NewTree {
        levels = levels.stream().map(UnitLevel::readable).toList();
        if (levels.isEmpty() || levels.size() > DEEPEST) {
            throw UnitObjection.INVALID_TREE.raised();
        }
    }
}
