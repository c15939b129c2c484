package org.rotfaden.realtime.stomp;

import java.util.List;
import org.rotfaden.beat.Standstill;
import org.rotfaden.realtime.rooms.LiveLimits;
import org.rotfaden.realtime.socket.Connection;
import org.rotfaden.realtime.socket.ConnectionHandler;
import org.rotfaden.realtime.socket.Conversation;
import org.rotfaden.realtime.socket.Language;
import org.rotfaden.realtime.socket.OpenConversations;
import org.rotfaden.realtime.socket.Unsent;
import org.rotfaden.security.SignedIn;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;
import org.springframework.web.socket.SubProtocolCapable;
import org.springframework.web.socket.WebSocketSession;

/// The door for screens and programs that follow what happens.
@Component
class StompSocketHandler extends ConnectionHandler implements SubProtocolCapable {

    static final String ADDRESS = "/live/stomp";

    private final StompServices services;

    StompSocketHandler(
            StompServices services,
            OpenConversations open,
            Unsent unsent,
            Standstill standstill,
            LiveLimits limits) {
        super(open, unsent, standstill, limits);
        this.services = services;
    }

    @Override
    public List<String> getSubProtocols() {
        return List.of("v12.stomp", "v11.stomp");
    }

    @Override
    protected Language language() {
        return Language.TEXT;
    }

    @Override
    protected Conversation converse(WebSocketSession socket, Connection connection) {
        SignedIn loggedIn =
                socket.getPrincipal() instanceof Authentication known
                                && known.getPrincipal() instanceof SignedIn signedIn
                        ? signedIn
                        : null;
        return new StompConversation(connection, services, loggedIn);
    }
}
