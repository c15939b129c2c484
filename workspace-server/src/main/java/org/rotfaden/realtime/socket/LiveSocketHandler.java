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

/// The doors of live documents, one for each framing.
@Component
class LiveSocketHandler extends ConnectionHandler {

    static final String HOCUSPOCUS = "/live/hocuspocus";
    static final String Y_WEBSOCKET = "/live/yjs/";

    private final Door door;

    LiveSocketHandler(Door door, OpenConversations open, Unsent unsent) {
        super(open, unsent, door.limits());
        this.door = door;
    }

    @Override
    protected Language language() {
        return Language.BINARY;
    }

    @Override
    protected Conversation converse(WebSocketSession socket, Connection connection) {
        URI address = Optional.ofNullable(socket.getUri()).orElseThrow();
        return address.getPath().endsWith(HOCUSPOCUS)
                ? new HocuspocusConversation(connection, door)
                : new YWebsocketConversation(connection, door, address);
    }
}
