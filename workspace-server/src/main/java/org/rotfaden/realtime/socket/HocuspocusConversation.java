package org.rotfaden.realtime.socket;

import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.rotfaden.crdt.protocol.HocuspocusMessage;
import org.rotfaden.realtime.Access;
import org.rotfaden.realtime.DocumentId;
import org.rotfaden.realtime.rooms.Ending;
import org.rotfaden.realtime.rooms.Outlet;
import org.rotfaden.realtime.rooms.Participant;

/// A connection in the framing of Hocuspocus: many documents, each opened by a token of its own.
final class HocuspocusConversation implements DocumentConversation {

    private static final String DENIED = "permission-denied";

    private final Connection connection;
    private final Door door;
    private final Stays stays;
    private volatile boolean authenticated;

    HocuspocusConversation(Connection connection, Door door) {
        this.connection = connection;
        this.door = door;
        this.stays = new Stays(connection, door);
    }

    @Override
    public void askAnew() {
        stays.all().forEach(stay -> door.doorkeeper().askAgain(this, stay));
    }

    @Override
    public void receive(byte[] message) {
        switch (HocuspocusMessage.decode(message, door.protocolLimits())) {
            case HocuspocusMessage.Auth(String name, HocuspocusMessage.Authentication said) ->
                    authenticate(name, said);
            case HocuspocusMessage.Sync(String name, var sync) ->
                    in(name, participant -> hand(participant, sync));
            case HocuspocusMessage.SyncReply(String name, var sync) ->
                    in(name, participant -> hand(participant, sync));
            case HocuspocusMessage.Awareness(String name, var said) ->
                    in(name, participant -> hand(participant, said));
            case HocuspocusMessage.QueryAwareness(String name) -> in(name, this::handQuestion);
            case HocuspocusMessage.Close(String name, _) -> stays.end(name);
            case HocuspocusMessage.Ping() -> connection.send(new HocuspocusMessage.Pong().encode());
            case HocuspocusMessage.BroadcastStateless _ -> connection.close(CloseCodes.SERVER_ONLY);
            case HocuspocusMessage.Stateless _,
                    HocuspocusMessage.SyncStatus _,
                    HocuspocusMessage.Pong _ -> {
                // nothing follows from these
            }
        }
    }

    private void authenticate(String name, HocuspocusMessage.Authentication said) {
        switch (said) {
            case HocuspocusMessage.Token token -> {
                if (connection.pace().mayEnter()) {
                    enter(name, token.token());
                } else {
                    connection.close(CloseCodes.of(Ending.FLOOD));
                }
            }
            case HocuspocusMessage.Denied _, HocuspocusMessage.Authenticated _ ->
                    connection.close(CloseCodes.SERVER_ONLY);
        }
    }

    /// Whoever enters the same document once more, with a newer token, keeps her place until then.
    private void enter(String name, String token) {
        Optional<Visitor> visitor = door.doorkeeper().recognise(token);
        Optional<DocumentId> document = documentOf(name);
        if (visitor.isEmpty()
                || document.isEmpty()
                || stays.othersThan(name) >= door.limits().documentsPerConnection()) {
            refuse(name);
            return;
        }
        Access access = door.doorkeeper().accessOf(visitor.get(), document.get());
        if (!access.includes(Access.READ)) {
            refuse(name);
            return;
        }
        authenticated = true;
        if (!stays.admits(name, visitor.get(), document.get())) {
            turnAway(name);
            return;
        }
        welcome(name, access);
        stays.begin(
                        name,
                        visitor.get(),
                        document.get(),
                        access,
                        new HocuspocusFraming(name, document.get()),
                        new NamedOutlet(name))
                .ifPresent(stay -> door.doorkeeper().askAgain(this, stay));
    }

    private void welcome(String name, Access access) {
        String scope = access.includes(Access.WRITE) ? "read-write" : "readonly";
        connection.send(HocuspocusMessage.authenticated(name, scope).encode());
    }

    /// Whoever is in other documents over this connection stays there.
    private void turnAway(String name) {
        if (stays.othersThan(name) == 0) {
            connection.close(CloseCodes.of(Ending.NO_ROOM));
        } else {
            refuse(name);
        }
    }

    private void refuse(String name) {
        stays.end(name);
        deny(name);
    }

    private void deny(String name) {
        connection.send(HocuspocusMessage.denied(name, DENIED).encode());
    }

    private void in(String name, Consumer<Participant> action) {
        stays.named(name).map(Stay::participant).ifPresent(action);
    }

    /// The name is the document's id, which newer providers follow with a zero and a session id.
    private static Optional<DocumentId> documentOf(String name) {
        int end = name.indexOf('\0');
        try {
            return Optional.of(
                    new DocumentId(UUID.fromString(end < 0 ? name : name.substring(0, end))));
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }

    @Override
    public Connection connection() {
        return connection;
    }

    @Override
    public boolean isAuthenticated() {
        return authenticated;
    }

    @Override
    public void grant(Stay granted, Access access) {
        granted.participant().grant(access);
        stays.nameOf(granted).ifPresent(name -> welcome(name, access));
    }

    @Override
    public Collection<Stay> stays() {
        return stays.all();
    }

    @Override
    public void closed() {
        stays.close();
    }

    /// One document's way out over the shared connection.
    private final class NamedOutlet implements Outlet {

        private final String name;

        NamedOutlet(String name) {
            this.name = name;
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
        public boolean awaitSpace() {
            return connection.awaitSpace();
        }

        /// What concerns one document leaves the others of the connection alone.
        @Override
        public void end(Ending ending) {
            switch (ending) {
                case RIGHT_LOST, LOGGED_OUT, NOT_FOUND -> leave();
                case NO_ROOM -> {
                    if (stays.othersThan(name) == 0) {
                        connection.close(CloseCodes.of(ending));
                    } else {
                        leave();
                    }
                }
                case MALFORMED, FLOOD, TOO_LARGE, OVERLOAD, SHUTDOWN ->
                        connection.close(CloseCodes.of(ending));
            }
        }

        /// The client is not told when it has opened the document once more meanwhile.
        private void leave() {
            stays.end(name, this);
            if (stays.named(name).isEmpty()) {
                connection.send(new HocuspocusMessage.Close(name, DENIED).encode());
                deny(name);
            }
        }
    }
}
