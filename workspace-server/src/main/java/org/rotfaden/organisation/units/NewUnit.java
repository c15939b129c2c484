package org.rotfaden.organisation.units;

import org.jspecify.annotations.Nullable;
import org.rotfaden.association.Name;
import org.rotfaden.association.Wording;

/// A unit that is about to be founded.
///
/// @param parent the unit above it; nothing at the top of the tree
/// @param kind what it is called there, where that differs from its level's name
public record NewUnit(
        TreeId tree, @Nullable UnitId parent, int level, Name name, @Nullable String kind) {

    private static final int LONGEST_KIND = 60;

    public NewUnit {
        String words = kind == null ? "" : Wording.of(kind);
        if (words.length() > LONGEST_KIND || !Wording.isOneLine(words)) {
            throw UnitObjection.INVALID_TREE.raised();
        }
        kind = words.isEmpty() ? null : words;
    }
}
