package org.rotfaden.realtime.stomp;

import static org.awaitility.Awaitility.await;

import java.lang.reflect.Type;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.rotfaden.security.Subject;
import org.springframework.messaging.simp.stomp.StompFrameHandler;
import org.springframework.messaging.simp.stomp.StompHeaders;
import org.springframework.messaging.simp.stomp.StompSession;
import org.springframework.messaging.simp.stomp.StompSessionHandlerAdapter;
import org.springframework.web.socket.WebSocketHttpHeaders;
import org.springframework.web.socket.client.standard.StandardWebSocketClient;
import org.springframework.web.socket.messaging.WebSocketStompClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Spring's own client, which follows topics and keeps what it hears.
final class Follower {

    private static final WebSocketStompClient CLIENT =
            new WebSocketStompClient(new StandardWebSocketClient());
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final StompSession session;

    private Follower(StompSession session) {
        this.session = session;
    }

    static Follower with(int port, String token) {
        var said = new StompHeaders();
        said.set("Authorization", "Bearer " + token);
        try {
            return new Follower(
                    CLIENT.connectAsync(
                                    "ws://localhost:" + port + "/live/stomp",
                                    new WebSocketHttpHeaders(),
                                    said,
                                    new StompSessionHandlerAdapter() {})
                            .get(10, TimeUnit.SECONDS));
        } catch (ExecutionException | InterruptedException | TimeoutException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /// What is heard on one subscription.
    static final class Topic implements StompFrameHandler {

        final List<JsonNode> heard = new CopyOnWriteArrayList<>();

        @Override
        public Type getPayloadType(StompHeaders headers) {
            return byte[].class;
        }

        @Override
        public void handleFrame(StompHeaders headers, @Nullable Object payload) {
            JsonNode message = JSON.readTree((byte[]) payload);
            Described.check(message);
            heard.add(message);
        }

        List<String> events() {
            return heard.stream().map(message -> message.get("event").asString()).toList();
        }

        /// Waits until so much was heard.
        Topic hears(String... events) {
            await().until(() -> events().equals(List.of(events)));
            return this;
        }
    }

    Topic follow(Subject subject) {
        return follow("/topic/" + subject.type() + "/" + subject.id());
    }

    Topic follow(String destination) {
        var topic = new Topic();
        session.subscribe(destination, topic);
        return topic;
    }

    boolean isConnected() {
        return session.isConnected();
    }

    void leave() {
        session.disconnect();
    }
}
