package org.rotfaden.realtime.stomp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
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

/// A client that says whatever it likes, and keeps what it hears. `^` stands for the NUL at the end
/// of a frame.
final class BareClient implements WebSocket.Listener {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    final List<String> heard = new CopyOnWriteArrayList<>();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private final StringBuilder part = new StringBuilder();
    private final WebSocket socket;

    BareClient(int port, String... headers) {
        WebSocket.Builder builder = HTTP.newWebSocketBuilder();
        for (int header = 0; header < headers.length; header += 2) {
            builder.header(headers[header], headers[header + 1]);
        }
        socket =
                builder.buildAsync(URI.create("ws://localhost:" + port + "/live/stomp"), this)
                        .join();
    }

    /// One that is connected already.
    static BareClient connected(int port, String token) {
        return new BareClient(port)
                .say("CONNECT\naccept-version:1.2\nAuthorization:Bearer " + token + "\n\n^")
                .hears("CONNECTED\n");
    }

    BareClient say(String frames) {
        socket.sendText(frames.replace('^', '\0'), true).join();
        return this;
    }

    BareClient say(byte[] frame) {
        socket.sendBinary(ByteBuffer.wrap(frame), true).join();
        return this;
    }

    /// Says something to a server that may have closed meanwhile.
    @CanIgnoreReturnValue
    boolean trySay(String frames) {
        try {
            say(frames);
            return true;
        } catch (CompletionException closedMeanwhile) {
            return false;
        }
    }

    void close() {
        socket.abort();
    }

    /// Waits for a frame that holds this.
    BareClient hears(String words) {
        await().until(() -> heard.stream().anyMatch(frame -> frame.contains(words)));
        return this;
    }

    int closeCode() {
        return closed.orTimeout(20, TimeUnit.SECONDS).join();
    }

    boolean isOpen() {
        return !closed.isDone();
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        part.append(data);
        if (last) {
            heard.add(part.toString());
            part.setLength(0);
        }
        from.request(1);
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
        closed.complete(code);
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public void onError(WebSocket from, Throwable broken) {
        closed.complete(1006);
    }

    static byte[] bytes(String frames) {
        return frames.replace('^', '\0').getBytes(UTF_8);
    }
}
