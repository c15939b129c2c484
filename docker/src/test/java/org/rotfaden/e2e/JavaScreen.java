package org.rotfaden.e2e;

import static org.awaitility.Awaitility.await;

import java.lang.reflect.Type;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.messaging.simp.stomp.StompFrameHandler;
import org.springframework.messaging.simp.stomp.StompHeaders;
import org.springframework.messaging.simp.stomp.StompSession;
import org.springframework.messaging.simp.stomp.StompSessionHandlerAdapter;
import org.springframework.web.socket.WebSocketHttpHeaders;
import org.springframework.web.socket.client.standard.StandardWebSocketClient;
import org.springframework.web.socket.messaging.WebSocketStompClient;
import tools.jackson.databind.json.JsonMapper;

/// A program that follows a topic with Spring's client.
final class JavaScreen implements StompFrameHandler, AutoCloseable {

    private static final WebSocketStompClient CLIENT =
            new WebSocketStompClient(new StandardWebSocketClient());
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final StompSession session;
    private final List<String> events = new CopyOnWriteArrayList<>();

    private JavaScreen(StompSession session) {
        this.session = session;
    }

    /// @param topic a type and an id: `motion/…`
    static JavaScreen follow(int port, String token, String topic) {
        var said = new StompHeaders();
        said.set("Authorization", "Bearer " + token);
        try {
            var screen =
                    new JavaScreen(
                            CLIENT.connectAsync(
                                            "ws://localhost:%d/live/stomp".formatted(port),
                                            new WebSocketHttpHeaders(),
                                            said,
                                            new StompSessionHandlerAdapter() {})
                                    .get(20, TimeUnit.SECONDS));
            screen.session.subscribe("/topic/" + topic, screen);
            return screen;
        } catch (ExecutionException | InterruptedException | TimeoutException failure) {
            throw new IllegalStateException(failure);
        }
    }

    @Override
    public Type getPayloadType(StompHeaders headers) {
        return byte[].class;
    }

    @Override
    public void handleFrame(StompHeaders headers, @Nullable Object payload) {
        events.add(JSON.readTree((byte[]) payload).get("event").asString());
    }

    /// Waits until these were the events.
    void hears(String... expected) {
        await().atMost(Duration.ofSeconds(20)).until(() -> events, List.of(expected)::equals);
    }

    boolean isConnected() {
        return session.isConnected();
    }

    @Override
    public void close() {
        if (session.isConnected()) {
            session.disconnect();
        }
    }
}
