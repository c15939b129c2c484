package org.rotfaden.realtime.socket;

import org.rotfaden.realtime.rooms.LiveLimits;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.socket.config.annotation.EnableWebSocket;
import org.springframework.web.socket.config.annotation.WebSocketConfigurer;
import org.springframework.web.socket.config.annotation.WebSocketHandlerRegistry;

/// Opens the doors. A browser on a foreign page is turned away with 403; programs, which send no
/// Origin, are asked for a token inside.
@Configuration
@EnableWebSocket
@EnableConfigurationProperties(LiveLimits.class)
class LiveSocketConfiguration implements WebSocketConfigurer {

    private final LiveSocketHandler handler;

    LiveSocketConfiguration(LiveSocketHandler handler) {
        this.handler = handler;
    }

    @Override
    public void registerWebSocketHandlers(WebSocketHandlerRegistry registry) {
        registry.addHandler(
                        handler, LiveSocketHandler.HOCUSPOCUS, LiveSocketHandler.Y_WEBSOCKET + "*")
                .addInterceptors(new ForeignPages());
    }
}
