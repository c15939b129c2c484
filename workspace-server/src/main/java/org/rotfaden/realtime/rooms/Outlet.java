package org.rotfaden.realtime.rooms;

import java.util.Optional;

/// The sending side of one client's connection. It never blocks.
public interface Outlet {

    /// Sends a frame in its turn; answers and acknowledgements go this way.
    void send(byte[] frame);

    /// Asks the participant for what is new as soon as the peer can take more.
    void wake();

    /// Waits until there is room for more of what peers have not taken, and not for long.
    ///
    /// @return whether there is
    boolean awaitSpace();

    /// Ends the participant's stay from the server's side.
    void end(Ending ending);

    /// Where an outlet takes what a room has for a participant.
    interface Source {

        /// The next frame for the peer, or nothing when it has seen all.
        Optional<byte[]> nextFrame();
    }
}
