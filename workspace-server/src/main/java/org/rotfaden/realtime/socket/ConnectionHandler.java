package org.rotfaden.realtime.socket;

import java.nio.ByteBuffer;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.rotfaden.beat.Standstill;
import org.rotfaden.realtime.rooms.Ending;
import org.rotfaden.realtime.rooms.LiveLimits;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;
import org.springframework.web.socket.BinaryMessage;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.PongMessage;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketHandler;
import org.springframework.web.socket.WebSocketMessage;
import org.springframework.web.socket.WebSocketSession;

/// Takes WebSockets: puts frames together within the limits and hands whole messages to the
/// connection's conversation. Frames come in parts, so that a socket that says little costs little
/// memory.
public abstract class ConnectionHandler implements WebSocketHandler {

    static final String GUEST = "guest";

    private static final Logger log = LoggerFactory.getLogger(ConnectionHandler.class);

    private final OpenConversations open;
    private final Unsent unsent;
    private final Standstill standstill;
    private final LiveLimits limits;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    protected ConnectionHandler(
            OpenConversations open, Unsent unsent, Standstill standstill, LiveLimits limits) {
        this.open = open;
        this.unsent = unsent;
        this.standstill = standstill;
        this.limits = limits;
    }

    /// What is said over this door.
    protected abstract Language language();

    /// Begins a conversation over a new connection; nothing is said yet.
    protected abstract Conversation converse(WebSocketSession socket, Connection connection);

    @Override
    public void afterConnectionEstablished(WebSocketSession socket) {
        var connection = new Connection(socket, threads, unsent, standstill, language(), limits);
        Conversation conversation = converse(socket, connection);
        socket.getAttributes().put(GUEST, new Guest(conversation, language(), limits));
        open.add(conversation);
        orLater(connection, conversation::begin);
    }

    @Override
    public void handleMessage(WebSocketSession socket, WebSocketMessage<?> message) {
        Guest guest = guest(socket);
        switch (message) {
            case BinaryMessage part -> hear(guest, part.getPayload(), part.isLast());
            case TextMessage part when language() == Language.TEXT ->
                    hear(guest, ByteBuffer.wrap(part.asBytes()), part.isLast());
            case PongMessage _ -> {
                // alive, which the next message would have told too
            }
            default -> guest.conversation().connection().close(CloseCodes.TEXT);
        }
    }

    private void hear(Guest guest, ByteBuffer part, boolean isLast) {
        Conversation conversation = guest.conversation();
        orLater(
                conversation.connection(),
                () -> {
                    if (conversation.connection().isHeld()) {
                        open.askAnew(conversation);
                    }
                    guest.take(part, isLast);
                });
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
}
