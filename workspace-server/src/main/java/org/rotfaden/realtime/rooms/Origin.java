package org.rotfaden.realtime.rooms;

/// Where an update of a room comes from, which decides what follows from it.
sealed interface Origin {

    /// A client of this node: the update is appended to the log and its author is told.
    record FromParticipant(Participant participant) implements Origin {}

    /// The log, by way of another node: the update is durable already.
    record FromLog(long sequence) implements Origin {}
}
