package org.rotfaden.organisation.units;

import org.jspecify.annotations.Nullable;
import org.rotfaden.association.Name;

/// A unit that is about to be founded.
///
/// @param parent the unit above it; nothing at the top of the tree
/// @param kind what it is called there, where that differs from its level's name
public record NewUnit(
        TreeId tree, @Nullable UnitId parent, int level, Name name, @Nullable String kind) {

    private static final int LONGEST_KIND = 60;

    public NewUnit {
        kind = kind == null || kind.isBlank() ? null : kind.strip();
        if (kind != null && kind.length() > LONGEST_KIND) {
            throw new InvalidTree();
        }
    }
}
