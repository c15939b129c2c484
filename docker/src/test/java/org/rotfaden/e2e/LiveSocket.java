package org.rotfaden.e2e;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

/// A connection to a live document that writes nothing and hears why it is closed.
final class LiveSocket implements WebSocket.Listener {

    /// Asks for the whole document (y-protocols: sync, step 1, an empty state vector).
    private static final byte[] ASKING = {0, 0, 1, 0};

    private final CompletableFuture<Void> answered = new CompletableFuture<>();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();

    private LiveSocket() {}

    static LiveSocket open(Workspace workspace, String document, String token) {
        var socket = new LiveSocket();
        HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(
                        URI.create(
                                "ws://localhost:%d/live/yjs/%s?token=%s"
                                        .formatted(workspace.port(), document, token)),
                        socket)
                .join();
        return socket;
    }

    /// Waits until the server has answered: from then on it knows the connection.
    LiveSocket awaitAnswer() {
        answered.orTimeout(10, TimeUnit.SECONDS).join();
        return this;
    }

    boolean isOpen() {
        return !closed.isDone();
    }

    /// Waits for it.
    int closeCode() {
        return closed.orTimeout(10, TimeUnit.SECONDS).join();
    }

    @Override
    public void onOpen(WebSocket socket) {
        var _ = socket.sendBinary(ByteBuffer.wrap(ASKING), true);
        socket.request(1);
    }

    @Override
    public CompletionStage<?> onBinary(WebSocket socket, ByteBuffer said, boolean isLast) {
        answered.complete(null);
        socket.request(1);
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
        closed.complete(code);
        return CompletableFuture.completedFuture(null);
    }
}
