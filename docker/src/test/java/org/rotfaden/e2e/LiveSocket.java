package org.rotfaden.e2e;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

/// A connection to a live document that says nothing and hears why it is closed.
final class LiveSocket implements WebSocket.Listener {

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

    boolean isOpen() {
        return !closed.isDone();
    }

    /// Waits for it.
    int closeCode() {
        return closed.orTimeout(10, TimeUnit.SECONDS).join();
    }

    @Override
    public CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
        closed.complete(code);
        return CompletableFuture.completedFuture(null);
    }
}
