package org.rotfaden.ui;

import org.atmosphere.cpr.Action;
import org.atmosphere.cpr.AtmosphereInterceptorAdapter;
import org.atmosphere.cpr.AtmosphereResource;
import org.atmosphere.websocket.WebSocket;

/// Pages hear the news by their live connection and ask by requests of their own. Who sends
/// something in by the live connection is no page, and there nobody would count what is collected
/// of half a message.
public final class NothingByPush extends AtmosphereInterceptorAdapter {

    @Override
    public Action inspect(AtmosphereResource connection) {
        if ("POST".equals(connection.getRequest().getMethod())
                && connection.getResponse().getAsyncIOWriter() instanceof WebSocket socket) {
            socket.close();
            return Action.CANCELLED;
        }
        return Action.CONTINUE;
    }
}
