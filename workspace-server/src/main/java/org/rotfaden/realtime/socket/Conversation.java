package org.rotfaden.realtime.socket;

import java.time.Instant;

/// What is said over one connection. Messages come one at a time.
public interface Conversation {

    Connection connection();

    /// The connection is listed.
    default void begin() {
        // most clients speak first
    }

    /// Takes one whole message.
    ///
    /// @throws org.rotfaden.crdt.protocol.MalformedMessage when it is none
    void receive(byte[] message);

    /// Whether the client has proved who it is.
    boolean isAuthenticated();

    /// What the client may is asked anew; when this returns nothing is kept of what she may not.
    void askAnew();

    /// A second has passed.
    void tick(Instant now);

    /// The connection is gone.
    void closed();
}
