package org.rotfaden.crdt;

/// The name that a unit of text (a UTF-16 unit, a line break, an embed) has for as long as there is
/// its document: who wrote it, and as which of hers.
///
/// @param client up to 2^53 - 1
/// @param clock below 2^31
public record UnitId(long client, long clock) {

    private static final long HIGHEST_CLIENT = (1L << 53) - 1;

    public UnitId {
        if (client < 0 || client > HIGHEST_CLIENT || clock < 0 || clock > Integer.MAX_VALUE) {
            throw new InvalidPassage("an id is out of range");
        }
    }
}
