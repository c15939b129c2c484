package org.rotfaden.realtime.rooms;

import org.rotfaden.realtime.log.LoggedUpdate;

/// Where an update of a room comes from, which decides what follows from it.
sealed interface Origin {

    /// A client of this node: the update is appended to the log and its author is told.
    record FromParticipant(Participant participant) implements Origin {}

    /// The log, by way of another node: the update is durable already.
    record FromLog(LoggedUpdate update) implements Origin {}
}
