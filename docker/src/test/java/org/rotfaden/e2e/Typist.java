package org.rotfaden.e2e;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.rotfaden.crdt.protocol.HocuspocusMessage;
import org.rotfaden.crdt.protocol.Lib0Writer;
import org.rotfaden.crdt.protocol.Limits;
import org.rotfaden.crdt.protocol.SyncMessage;

/// A program with a live document open, which types at the end of its own words, and may refuse to
/// take what it is sent.
final class Typist implements WebSocket.Listener, AutoCloseable {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Limits LIMITS = new Limits(1 << 26, 1 << 16);
    private static final int LETTER = 4;
    private static final int AFTER_OWN = 0x80;

    private final String document;
    private final boolean reads;
    private final long client = ThreadLocalRandom.current().nextLong(1, 1L << 31);
    private final ByteArrayOutputStream parts = new ByteArrayOutputStream();
    private final LinkedBlockingQueue<Boolean> saved = new LinkedBlockingQueue<>();
    private final CompletableFuture<Void> admitted = new CompletableFuture<>();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private final AtomicLong heardBytes = new AtomicLong();
    private final WebSocket socket;
    private long clock;

    private Typist(Workspace workspace, String document, boolean reads) {
        this.document = document;
        this.reads = reads;
        socket =
                HTTP.newWebSocketBuilder()
                        .buildAsync(
                                URI.create(
                                        "ws://localhost:%d/live/hocuspocus"
                                                .formatted(workspace.port())),
                                this)
                        .join();
    }

    /// Opens the document and waits until it is let in.
    static Typist open(Workspace workspace, String document, String token) {
        var typist = new Typist(workspace, document, true);
        typist.logIn(token);
        typist.admitted.orTimeout(20, TimeUnit.SECONDS).join();
        typist.say(new SyncMessage.Step1(new byte[] {0}));
        return typist;
    }

    /// Opens the document and takes nothing of what it is sent.
    static Typist deaf(Workspace workspace, String document, String token) {
        var typist = new Typist(workspace, document, false);
        typist.logIn(token);
        return typist;
    }

    long heardBytes() {
        return heardBytes.get();
    }

    boolean isOpen() {
        return !closed.isDone();
    }

    /// Types some letters, without waiting.
    void type(String letters) {
        var update = new Lib0Writer();
        update.writeVarUint(1); // one client
        update.writeVarUint(1); // one item
        update.writeVarUint(client);
        update.writeVarUint(clock);
        if (clock == 0) {
            update.writeByte(LETTER);
            update.writeVarUint(1); // its parent is named
            update.writeString("text");
        } else {
            update.writeByte(LETTER | AFTER_OWN);
            update.writeVarUint(client);
            update.writeVarUint(clock - 1);
        }
        update.writeString(letters);
        update.writeVarUint(0); // nothing deleted
        clock += letters.length();
        say(new SyncMessage.Update(update.toBytes()));
    }

    /// Types some letters and waits until they are saved.
    ///
    /// @return how long it took
    Duration save(String letters) {
        long since = System.nanoTime();
        saved.clear();
        type(letters);
        try {
            if (saved.poll(30, TimeUnit.SECONDS) == null) {
                throw new AssertionError("not saved within 30 s");
            }
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
        return Duration.ofNanos(System.nanoTime() - since);
    }

    /// Asks for all that this client has not got, by a state vector that nobody sent before.
    void ask() {
        var stateVector = new Lib0Writer();
        stateVector.writeVarUint(1);
        stateVector.writeVarUint(ThreadLocalRandom.current().nextLong(1, 1L << 31));
        stateVector.writeVarUint(1);
        say(new SyncMessage.Step1(stateVector.toBytes()));
    }

    private void say(SyncMessage message) {
        send(new HocuspocusMessage.Sync(document, message));
    }

    private void logIn(String token) {
        send(new HocuspocusMessage.Auth(document, new HocuspocusMessage.Token(token, null)));
    }

    /// Gives up when the server takes nothing for long, or has closed.
    private void send(HocuspocusMessage message) {
        socket.sendBinary(ByteBuffer.wrap(message.encode()), true)
                .orTimeout(60, TimeUnit.SECONDS)
                .join();
    }

    @Override
    public void onOpen(WebSocket opened) {
        if (reads) {
            opened.request(1);
        }
    }

    @Override
    public CompletionStage<?> onBinary(WebSocket from, ByteBuffer part, boolean last) {
        byte[] bytes = new byte[part.remaining()];
        part.get(bytes);
        heardBytes.addAndGet(bytes.length);
        parts.writeBytes(bytes);
        if (last) {
            byte[] message = parts.toByteArray();
            parts.reset();
            hear(message);
        }
        from.request(1);
        return CompletableFuture.completedFuture(null);
    }

    private void hear(byte[] message) {
        switch (HocuspocusMessage.decode(message, LIMITS)) {
            case HocuspocusMessage.Auth(_, HocuspocusMessage.Authenticated _) ->
                    admitted.complete(null);
            case HocuspocusMessage.SyncStatus(_, boolean taken) -> saved.add(taken);
            default -> {
                // others are not waited for
            }
        }
    }

    @Override
    public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
        closed.complete(code);
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public void onError(WebSocket from, Throwable failure) {
        closed.complete(-1);
    }

    @Override
    public void close() {
        socket.abort();
    }
}
