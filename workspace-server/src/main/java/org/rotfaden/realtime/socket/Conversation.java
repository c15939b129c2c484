package org.rotfaden.realtime.socket;

import java.util.Collection;
import org.rotfaden.crdt.protocol.SyncMessage;
import org.rotfaden.realtime.rooms.Ending;
import org.rotfaden.realtime.rooms.Participant;

/// What is said over one connection, in one of the two framings. Messages come one at a time.
sealed interface Conversation permits HocuspocusConversation, YWebsocketConversation {

    Connection connection();

    /// Takes one whole message.
    ///
    /// @throws org.rotfaden.crdt.protocol.MalformedMessage when it is none
    void receive(byte[] message);

    /// Whether the client has proved who it is.
    boolean isAuthenticated();

    /// The documents that are open over this connection.
    Collection<Stay> stays();

    /// Hands a message to a room at a pace that leaves room for the others.
    default void hand(Participant participant, SyncMessage message) {
        boolean inPace =
                switch (message) {
                    case SyncMessage.Step1 _ -> true;
                    case SyncMessage.Step2 _, SyncMessage.Update _ ->
                            connection().pace().mayUpdate();
                };
        if (inPace) {
            participant.receive(message);
        } else {
            connection().close(CloseCodes.of(Ending.FLOOD));
        }
    }

    /// The connection is gone.
    void closed();
}
