package org.rotfaden.realtime.socket;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.rotfaden.crdt.protocol.HocuspocusMessage;
import org.rotfaden.crdt.protocol.Limits;
import org.rotfaden.crdt.protocol.YWebsocketMessage;

/// A bare WebSocket that keeps what it hears.
final class LiveClient implements WebSocket.Listener {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Limits LIMITS = new Limits(1 << 24, 1 << 16);

    final List<byte[]> heard = new CopyOnWriteArrayList<>();
    final CompletableFuture<Void> pinged = new CompletableFuture<>();
    final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private final ByteArrayOutputStream parts = new ByteArrayOutputStream();
    private final WebSocket socket;

    private LiveClient(URI address, String origin) {
        WebSocket.Builder builder = HTTP.newWebSocketBuilder();
        if (!origin.isEmpty()) {
            builder.header("Origin", origin);
        }
        socket = builder.buildAsync(address, this).join();
    }

    static LiveClient hocuspocus(int port) {
        return new LiveClient(URI.create("ws://localhost:" + port + "/live/hocuspocus"), "");
    }

    static LiveClient hocuspocus(int port, String origin) {
        return new LiveClient(URI.create("ws://localhost:" + port + "/live/hocuspocus"), origin);
    }

    static LiveClient yWebsocket(int port, String document, String token) {
        return new LiveClient(
                URI.create("ws://localhost:" + port + "/live/yjs/" + document + "?token=" + token),
                "");
    }

    LiveClient send(HocuspocusMessage message) {
        return send(message.encode());
    }

    LiveClient send(YWebsocketMessage message) {
        return send(message.encode());
    }

    LiveClient send(byte[] frame) {
        socket.sendBinary(ByteBuffer.wrap(frame), true).join();
        return this;
    }

    /// Sends to a server that may have closed meanwhile.
    boolean trySend(byte[] frame) {
        try {
            send(frame);
            return true;
        } catch (CompletionException closedMeanwhile) {
            return false;
        }
    }

    void sendText(String text) {
        socket.sendText(text, true).join();
    }

    void close() {
        socket.sendClose(WebSocket.NORMAL_CLOSURE, "").join();
    }

    int closeCode() {
        return closed.orTimeout(10, TimeUnit.SECONDS).join();
    }

    boolean isOpen() {
        return !closed.isDone();
    }

    List<HocuspocusMessage> heardInHocuspocus() {
        return heard.stream().map(frame -> HocuspocusMessage.decode(frame, LIMITS)).toList();
    }

    List<YWebsocketMessage> heardInYWebsocket() {
        return heard.stream().map(frame -> YWebsocketMessage.decode(frame, LIMITS)).toList();
    }

    @Override
    public CompletionStage<?> onBinary(WebSocket webSocket, ByteBuffer data, boolean last) {
        byte[] bytes = new byte[data.remaining()];
        data.get(bytes);
        parts.writeBytes(bytes);
        if (last) {
            heard.add(parts.toByteArray());
            parts.reset();
        }
        webSocket.request(1);
        return CompletableFuture.completedFuture(null);
    }

    /// The answer goes by itself.
    @Override
    public @Nullable CompletionStage<?> onPing(WebSocket from, ByteBuffer message) {
        pinged.complete(null);
        return WebSocket.Listener.super.onPing(from, message);
    }

    @Override
    public CompletionStage<?> onClose(WebSocket webSocket, int status, String reason) {
        closed.complete(status);
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public void onError(WebSocket webSocket, Throwable failure) {
        closed.complete(-1);
    }
}
