package org.rotfaden.realtime.socket;

import java.net.URI;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.rotfaden.realtime.DocumentId;
import org.rotfaden.realtime.rooms.Ending;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.web.socket.BinaryMessage;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.PongMessage;
import org.springframework.web.socket.WebSocketHandler;
import org.springframework.web.socket.WebSocketMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.util.UriComponentsBuilder;

/// Takes the WebSockets of both framings: puts frames together within the limits and hands whole
/// messages to the connection's conversation. Frames come in parts, so that a socket that says
/// little costs little memory.
@Component
class LiveSocketHandler implements WebSocketHandler {

    static final String HOCUSPOCUS = "/live/hocuspocus";
    static final String Y_WEBSOCKET = "/live/yjs/";

    static final String GUEST = "guest";

    private static final Logger log = LoggerFactory.getLogger(LiveSocketHandler.class);

    private final Door door;
    private final OpenConversations open;
    private final Unsent unsent;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    LiveSocketHandler(Door door, OpenConversations open, Unsent unsent) {
        this.door = door;
        this.open = open;
        this.unsent = unsent;
    }

    @Override
    public void afterConnectionEstablished(WebSocketSession socket) {
        var connection = new Connection(socket, threads, unsent, door.limits());
        URI address = Optional.ofNullable(socket.getUri()).orElseThrow();
        if (address.getPath().endsWith(HOCUSPOCUS)) {
            welcome(socket, new HocuspocusConversation(connection, door));
        } else {
            var conversation = new YWebsocketConversation(connection, door);
            welcome(socket, conversation);
            documentIn(address)
                    .ifPresentOrElse(
                            document ->
                                    orLater(
                                            connection,
                                            () -> conversation.begin(tokenIn(address), document)),
                            () -> connection.close(CloseCodes.NO_RIGHT));
        }
    }

    private void welcome(WebSocketSession socket, Conversation conversation) {
        socket.getAttributes().put(GUEST, new Guest(conversation, door.limits()));
        open.add(conversation);
    }

    @Override
    public void handleMessage(WebSocketSession socket, WebSocketMessage<?> message) {
        Guest guest = guest(socket);
        switch (message) {
            case BinaryMessage part ->
                    orLater(guest.conversation().connection(), () -> guest.take(part));
            case PongMessage _ -> {
                // alive, which the next message would have told too
            }
            default -> guest.conversation().connection().close(CloseCodes.TEXT);
        }
    }

    @Override
    public void handleTransportError(WebSocketSession socket, Throwable failure) {
        log.debug("Connection {} broke", socket.getId(), failure);
    }

    @Override
    public void afterConnectionClosed(WebSocketSession socket, CloseStatus status) {
        Conversation conversation = guest(socket).conversation();
        open.remove(conversation);
        conversation.connection().gone();
        conversation.closed();
    }

    @Override
    public boolean supportsPartialMessages() {
        return true;
    }

    /// While the database is gone nobody can say who comes and what she may do: the connection ends
    /// with a code after which every client comes back.
    private static void orLater(Connection connection, Runnable task) {
        try {
            task.run();
        } catch (DataAccessException | TransactionException unanswered) {
            log.warn(
                    "A connection ends, because the database does not answer: {}",
                    unanswered.toString());
            connection.close(CloseCodes.of(Ending.OVERLOAD));
        }
    }

    private static Guest guest(WebSocketSession socket) {
        return (Guest) Objects.requireNonNull(socket.getAttributes().get(GUEST));
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
