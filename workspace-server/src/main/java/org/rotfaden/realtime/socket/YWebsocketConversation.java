package org.rotfaden.realtime.socket;

import java.net.URI;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import org.rotfaden.crdt.protocol.YWebsocketMessage;
import org.rotfaden.realtime.Access;
import org.rotfaden.realtime.DocumentId;
import org.rotfaden.realtime.rooms.Ending;
import org.rotfaden.realtime.rooms.Outlet;
import org.rotfaden.realtime.rooms.Participant;
import org.springframework.web.util.UriComponentsBuilder;

/// A connection in the framing of y-websocket: one document, named in the address.
final class YWebsocketConversation implements DocumentConversation, Outlet {

    private static final String ONLY_ONE = "";

    private final Connection connection;
    private final Door door;
    private final Stays stays;
    private final URI address;
    private volatile boolean authenticated;

    /// @param address names the document and holds the token
    YWebsocketConversation(Connection connection, Door door, URI address) {
        this.connection = connection;
        this.door = door;
        this.stays = new Stays(connection, door);
        this.address = address;
    }

    /// Lets the client in, or says why not by closing.
    @Override
    public void begin() {
        documentIn(address)
                .ifPresentOrElse(this::enter, () -> connection.close(CloseCodes.NO_RIGHT));
    }

    private void enter(DocumentId document) {
        door.doorkeeper()
                .recognise(tokenIn(address))
                .ifPresentOrElse(
                        visitor -> enter(visitor, document),
                        () -> connection.close(CloseCodes.NOT_AUTHENTICATED));
    }

    private void enter(Visitor visitor, DocumentId document) {
        Access access = door.doorkeeper().accessOf(visitor, document);
        if (!access.includes(Access.READ)) {
            connection.close(CloseCodes.of(door.doorkeeper().whyNot(visitor)));
            return;
        }
        authenticated = true;
        if (!stays.admits(ONLY_ONE, visitor, document)) {
            connection.close(CloseCodes.of(Ending.NO_ROOM));
            return;
        }
        stays.begin(ONLY_ONE, visitor, document, access, new YWebsocketFraming(), this)
                .ifPresent(stay -> door.doorkeeper().askAgain(this, stay));
    }

    @Override
    public void askAnew() {
        stays.all().forEach(stay -> door.doorkeeper().askAgain(this, stay));
    }

    @Override
    public void receive(byte[] message) {
        YWebsocketMessage decoded = YWebsocketMessage.decode(message, door.protocolLimits());
        stays.named(ONLY_ONE).map(Stay::participant).ifPresent(here -> take(decoded, here));
    }

    private void take(YWebsocketMessage message, Participant here) {
        switch (message) {
            case YWebsocketMessage.Sync(var sync) -> hand(here, sync);
            case YWebsocketMessage.Awareness(var said) -> hand(here, said);
            case YWebsocketMessage.QueryAwareness() -> handQuestion(here);
            case YWebsocketMessage.Auth _ -> connection.close(CloseCodes.SERVER_ONLY);
        }
    }

    /// The stay ends at once, however long the peer takes to hear of it.
    @Override
    public void end(Ending ending) {
        stays.end(ONLY_ONE);
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
    public boolean awaitSpace() {
        return connection.awaitSpace();
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
    }

    @Override
    public Collection<Stay> stays() {
        return stays.all();
    }

    @Override
    public void closed() {
        stays.close();
    }

    private static Optional<DocumentId> documentIn(URI address) {
        try {
            String path = address.getPath();
            return Optional.of(
                    new DocumentId(UUID.fromString(path.substring(path.lastIndexOf('/') + 1))));
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }

    private static String tokenIn(URI address) {
        String token =
                UriComponentsBuilder.fromUri(address).build().getQueryParams().getFirst("token");
        return token == null ? "" : token;
    }
}
