package org.rotfaden.realtime.socket;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rotfaden.crdt.protocol.YWebsocketMessage;
import org.rotfaden.realtime.Access;
import org.rotfaden.realtime.DocumentId;
import org.rotfaden.realtime.rooms.Ending;
import org.rotfaden.realtime.rooms.Outlet;
import org.rotfaden.realtime.rooms.Participant;

/// A connection in the framing of y-websocket: one document, named in the address.
final class YWebsocketConversation implements Conversation, Outlet {

    private final Connection connection;
    private final Door door;
    private @Nullable Stay stay;

    YWebsocketConversation(Connection connection, Door door) {
        this.connection = connection;
        this.door = door;
    }

    /// Lets the client in, or says why not by closing.
    void begin(String token, DocumentId document) {
        door.doorkeeper()
                .recognise(token)
                .ifPresentOrElse(
                        visitor -> enter(visitor, document),
                        () -> connection.close(CloseCodes.NOT_AUTHENTICATED));
    }

    private void enter(Visitor visitor, DocumentId document) {
        Access access = door.doorkeeper().accessOf(visitor, document);
        if (!access.includes(Access.READ)) {
            connection.close(CloseCodes.NO_RIGHT);
            return;
        }
        Participant participant =
                door.rooms()
                        .join(document, visitor.person(), access, new YWebsocketFraming(), this);
        stay = new Stay(visitor, participant);
        connection.add(participant);
    }

    @Override
    public void receive(byte[] message) {
        YWebsocketMessage decoded = YWebsocketMessage.decode(message, door.protocolLimits());
        Stay current = stay;
        if (current == null) {
            return;
        }
        switch (decoded) {
            case YWebsocketMessage.Sync(var sync) -> hand(current.participant(), sync);
            case YWebsocketMessage.Awareness(var said) -> current.participant().receive(said);
            case YWebsocketMessage.QueryAwareness() -> current.participant().askPresence();
            case YWebsocketMessage.Auth _ -> connection.close(CloseCodes.SERVER_ONLY);
        }
    }

    @Override
    public void end(Ending ending) {
        connection.close(CloseCodes.of(ending));
    }

    @Override
    public void send(byte[] frame) {
        connection.send(frame);
    }

    @Override
    public void wake() {
        connection.pump();
    }

    @Override
    public Connection connection() {
        return connection;
    }

    @Override
    public boolean isAuthenticated() {
        return stay != null;
    }

    @Override
    public Collection<Stay> stays() {
        Stay current = stay;
        return current == null ? List.of() : List.of(current);
    }

    @Override
    public void closed() {
        stays().forEach(open -> door.rooms().leave(open.participant()));
        stay = null;
    }
}
