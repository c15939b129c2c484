package org.rotfaden.organisation.memberships;

/// Why a membership ended, or will.
public enum EndedBecause {
    LEFT,
    MOVED,
    MERGED,
    SPLIT,
    DISSOLVED,
    AGE_LIMIT,
    ENDED_BY_UNIT
}
