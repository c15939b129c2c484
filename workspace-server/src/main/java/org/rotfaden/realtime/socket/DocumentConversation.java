package org.rotfaden.realtime.socket;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import org.rotfaden.crdt.protocol.AwarenessUpdate;
import org.rotfaden.crdt.protocol.SyncMessage;
import org.rotfaden.realtime.Access;
import org.rotfaden.realtime.rooms.Ending;
import org.rotfaden.realtime.rooms.Participant;

/// What is said over one connection about live documents, in one of the two framings.
sealed interface DocumentConversation extends Conversation
        permits HocuspocusConversation, YWebsocketConversation {

    /// From now on a stay may do more.
    void grant(Stay stay, Access access);

    /// The documents that are open over this connection.
    Collection<Stay> stays();

    /// Hands a message to a room at a pace that leaves room for the others. Returns when the room
    /// can take the next one: until then nothing is read from this connection, whose thread this
    /// is.
    default void hand(Participant participant, SyncMessage message) {
        boolean inPace =
                switch (message) {
                    case SyncMessage.Step1 question -> {
                        unheard(() -> participant.ask(question));
                        yield true;
                    }
                    case SyncMessage.Step2 _, SyncMessage.Update _ -> tell(participant, message);
                };
        if (!inPace) {
            connection().close(CloseCodes.of(Ending.FLOOD));
        }
    }

    private boolean tell(Participant participant, SyncMessage news) {
        boolean inPace = connection().pace().mayUpdate();
        if (inPace) {
            participant.receive(news);
            awaitRoom(participant);
        }
        return inPace;
    }

    /// Hands on what the client says of its own presence, in the same way.
    default void hand(Participant participant, AwarenessUpdate said) {
        participant.receive(said);
        awaitRoom(participant);
    }

    /// Hands on a question for everybody's presence, in the same way.
    default void handQuestion(Participant participant) {
        participant.askPresence();
        awaitRoom(participant);
    }

    private void awaitRoom(Participant participant) {
        if (participant.hasToWait()) {
            unheard(participant::awaitRoom);
        }
    }

    /// What the client says while it is not listened to comes at once afterwards, and is no flood.
    private void unheard(Runnable wait) {
        long since = System.nanoTime();
        wait.run();
        connection().pace().allowFor(Duration.ofNanos(System.nanoTime() - since));
    }

    @Override
    default void tick(Instant now) {
        stays().stream()
                .filter(stay -> stay.visitor().until().filter(now::isAfter).isPresent())
                .forEach(stay -> stay.participant().end(Ending.LOGGED_OUT));
    }
}
