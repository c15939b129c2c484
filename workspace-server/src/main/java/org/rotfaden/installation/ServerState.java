package org.rotfaden.installation;

import java.time.Instant;

/// How the server is, in numbers; nobody's name and nobody's words.
///
/// @param node its name among several, or nothing
/// @param database how many bytes the database takes
/// @param trailIsKept whether the database keeps the audit trail from the workspace too
/// @param free how many bytes are left on the disk of the data folder
/// @param disk how many bytes that disk has
/// @param connections over which live documents are read and written
/// @param following over which screens and programs follow what happens
public record ServerState(
        String node,
        String version,
        Instant startedAt,
        long database,
        boolean trailIsKept,
        long free,
        long disk,
        Counted counted,
        int connections,
        int following) {

    /// How many there are of what the workspace keeps.
    public record Counted(long members, long units, long motions) {}
}
