package org.rotfaden.realtime.socket;

import java.net.URI;
import java.util.Optional;
import org.rotfaden.beat.Standstill;
import org.springframework.stereotype.Component;
import org.springframework.web.socket.WebSocketSession;

/// The doors of live documents, one for each framing.
@Component
class LiveSocketHandler extends ConnectionHandler {

    static final String HOCUSPOCUS = "/live/hocuspocus";
    static final String Y_WEBSOCKET = "/live/yjs/";

    private final Door door;

    LiveSocketHandler(Door door, OpenConversations open, Unsent unsent, Standstill standstill) {
        super(open, unsent, standstill, door.limits());
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
