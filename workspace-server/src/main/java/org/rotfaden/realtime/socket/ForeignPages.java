package org.rotfaden.realtime.socket;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.web.socket.WebSocketHandler;
import org.springframework.web.socket.server.HandshakeInterceptor;
import org.springframework.web.util.WebUtils;

/// Turns away pages of another origin, and says so: behind a proxy that does not tell which port
/// people see, the workspace's own pages look like that.
public final class ForeignPages implements HandshakeInterceptor {

    private static final Logger log = LoggerFactory.getLogger(ForeignPages.class);

    @Override
    public boolean beforeHandshake(
            ServerHttpRequest request,
            ServerHttpResponse response,
            WebSocketHandler door,
            Map<String, Object> attributes) {
        boolean isOurs = WebUtils.isSameOrigin(request);
        if (!isOurs) {
            log.warn(
                    "A live connection of a page at {} was refused, because this is {}. Behind a"
                            + " proxy see docs/running.md",
                    request.getHeaders().getOrigin(),
                    request.getURI().getAuthority());
            response.setStatusCode(HttpStatus.FORBIDDEN);
        }
        return isOurs;
    }

    @Override
    public void afterHandshake(
            ServerHttpRequest request,
            ServerHttpResponse response,
            WebSocketHandler door,
            @Nullable Exception failure) {
        // nothing is left to do
    }
}
