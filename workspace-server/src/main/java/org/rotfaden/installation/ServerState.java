package org.rotfaden.installation;

import java.time.Instant;

/// How the server is, in numbers; nobody's name and nobody's words.
///
/// @param database how many bytes the database takes
/// @param trailIsKept whether the database keeps the audit trail from the workspace too
/// @param free how many bytes are left on the disk of the data folder
/// @param disk how many bytes that disk has
public record ServerState(
        String version,
        Instant startedAt,
        long database,
        boolean trailIsKept,
        long free,
        long disk,
        Counted counted,
        int connections) {

    /// How many there are of what the workspace keeps.
    public record Counted(long members, long units, long motions) {}
}
