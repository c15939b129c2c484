package org.rotfaden.realtime.socket;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.websocket.RemoteEndpoint;
import jakarta.websocket.SendHandler;
import jakarta.websocket.SendResult;
import jakarta.websocket.Session;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.rotfaden.crdt.protocol.HocuspocusMessage;
import org.rotfaden.crdt.protocol.Limits;
import org.springframework.web.socket.BinaryMessage;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.WebSocketHandler;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.adapter.NativeWebSocketSession;

/// A WebSocket without a network between client and server: what the client does has happened when
/// the call returns.
public final class PretendSocket {

    private static final Limits LIMITS = new Limits(1 << 24, 1 << 16);

    public final List<byte[]> heard = new CopyOnWriteArrayList<>();
    public final CompletableFuture<CloseStatus> closed = new CompletableFuture<>();
    volatile boolean broken;
    volatile boolean stalled;
    private final WebSocketHandler handler;
    private final Map<String, Object> attributes = new HashMap<>();
    private final WebSocketSession session;

    public PretendSocket(WebSocketHandler handler, String address) {
        this.handler = handler;
        session =
                pretend(
                        NativeWebSocketSession.class,
                        (_, method, arguments) ->
                                switch (method.getName()) {
                                    case "getNativeSession" -> nativeSession();
                                    case "getUri" -> URI.create(address);
                                    case "getAttributes" -> attributes;
                                    case "getId" -> "pretended";
                                    case "getPrincipal" -> null;
                                    case "close" -> closedByServer((CloseStatus) arguments[0]);
                                    default -> throw new IllegalStateException(method.toString());
                                });
    }

    WebSocketSession session() {
        return session;
    }

    public void open() {
        perform(() -> handler.afterConnectionEstablished(session));
    }

    public void say(byte[] frame) {
        perform(() -> handler.handleMessage(session, new BinaryMessage(frame)));
    }

    void say(HocuspocusMessage message) {
        say(message.encode());
    }

    /// The client closes, or its connection breaks.
    public void close(CloseStatus status) {
        if (closed.complete(status)) {
            perform(() -> handler.afterConnectionClosed(session, status));
        }
    }

    public boolean isClosed() {
        return closed.isDone();
    }

    Collection<Stay> stays() {
        return attributes.get(ConnectionHandler.GUEST) instanceof Guest guest
                        && guest.conversation() instanceof DocumentConversation inDocuments
                ? inDocuments.stays()
                : List.of();
    }

    List<HocuspocusMessage> heardInHocuspocus() {
        return heard.stream().map(frame -> HocuspocusMessage.decode(frame, LIMITS)).toList();
    }

    private @Nullable Object closedByServer(CloseStatus status) {
        close(status);
        return null;
    }

    private Session nativeSession() {
        return pretend(
                Session.class,
                (_, method, _) ->
                        switch (method.getName()) {
                            case "getAsyncRemote" -> remote();
                            case "getUserProperties" -> new HashMap<>();
                            default -> throw new IllegalStateException(method.toString());
                        });
    }

    private RemoteEndpoint.Async remote() {
        return pretend(
                RemoteEndpoint.Async.class,
                (_, method, arguments) ->
                        switch (method.getName()) {
                            case "sendBinary" ->
                                    sent((ByteBuffer) arguments[0], (SendHandler) arguments[1]);
                            case "sendText" ->
                                    sent(
                                            UTF_8.encode((String) arguments[0]),
                                            (SendHandler) arguments[1]);
                            case "setSendTimeout", "sendPing" -> null;
                            default -> throw new IllegalStateException(method.toString());
                        });
    }

    private @Nullable Object sent(ByteBuffer frame, SendHandler handler) {
        if (broken) {
            throw new UnsupportedOperationException("on purpose");
        }
        if (stalled) {
            return null;
        }
        byte[] bytes = new byte[frame.remaining()];
        frame.get(bytes);
        heard.add(bytes);
        handler.onResult(new SendResult(nativeSession()));
        return null;
    }

    private static <T> T pretend(Class<T> kind, InvocationHandler behaviour) {
        return kind.cast(
                Proxy.newProxyInstance(
                        PretendSocket.class.getClassLoader(), new Class<?>[] {kind}, behaviour));
    }

    private interface Happening {
        void take() throws Exception;
    }

    private static void perform(Happening happening) {
        try {
            happening.take();
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }
}
