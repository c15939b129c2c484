package org.rotfaden.organisation.units;

import org.rotfaden.security.BrokenRule.Kind;
import org.rotfaden.security.Objection;

/// What a request about units and trees can break.
public enum UnitObjection implements Objection {
    /// At least two units of the same tree are merged, none of which lies below another.
    INVALID_MERGE(Kind.INVALID),
    /// A unit is split into at least two parts.
    INVALID_SPLIT(Kind.INVALID),
    /// A tree has a name and 1 to 12 levels with names.
    INVALID_TREE(Kind.INVALID),
    /// A union has a name and at least two units.
    INVALID_UNION(Kind.INVALID),
    /// Units of different trees are linked.
    NOT_LINKABLE(Kind.INVALID),
    /// A unit with units below it, or with members and none above it, is not dissolved.
    STILL_IN_USE(Kind.CONFLICT),
    /// There is no such tree of units.
    TREE_NOT_FOUND(Kind.ABSENT),
    /// There is no such union of units.
    UNION_NOT_FOUND(Kind.ABSENT),
    /// The unit was dissolved, merged or split; only its history is left.
    UNIT_ENDED(Kind.CONFLICT),
    /// There is no such unit.
    UNIT_NOT_FOUND(Kind.ABSENT),
    /// A unit stands below one of a higher level in the same tree, and never below itself.
    WRONG_PLACE(Kind.CONFLICT);

    private final Kind kind;

    UnitObjection(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
