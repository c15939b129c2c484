package org.rotfaden.discussions;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/// Where a post stands in its thread: answers stand behind what they answer, one after the other.
///
/// @param rootAt when the post at the beginning of the answers came
/// @param at when it came itself
record Place(Instant rootAt, Instant at) {

    static final Place FIRST = new Place(Instant.EPOCH, Instant.EPOCH);

    /// Behind all.
    static final Place LAST =
            new Place(Instant.parse("9999-01-01T00:00:00Z"), Instant.parse("9999-01-01T00:00:00Z"));

    static Place of(ResultSet row) throws SQLException {
        return new Place(
                row.getTimestamp("root_at").toInstant(), row.getTimestamp("posted_at").toInstant());
    }

    OffsetDateTime rootAtUtc() {
        return rootAt.atOffset(ZoneOffset.UTC);
    }

    OffsetDateTime atUtc() {
        return at.atOffset(ZoneOffset.UTC);
    }
}
