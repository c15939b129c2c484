package org.rotfaden.realtime.socket;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.apache.tomcat.websocket.Constants.BLOCKING_SEND_TIMEOUT_PROPERTY;

import jakarta.websocket.RemoteEndpoint;
import jakarta.websocket.SendHandler;
import jakarta.websocket.SendResult;
import jakarta.websocket.Session;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.rotfaden.beat.Standstill;
import org.rotfaden.realtime.rooms.Ending;
import org.rotfaden.realtime.rooms.LiveLimits;
import org.rotfaden.realtime.rooms.Outlet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.adapter.NativeWebSocketSession;

/// The sending side of one WebSocket. One frame is on its way at a time; what is new meanwhile
/// stays with its source until the peer can take more, so a slow peer costs little and holds
/// nobody.
public final class Connection {

    private static final Logger log = LoggerFactory.getLogger(Connection.class);

    /// A peer that takes nothing for this long is gone.
    private static final Duration STALLED = Duration.ofSeconds(60);

    /// How long a peer that takes nothing is waited for to be told why it goes.
    private static final Duration LAST_WORD = Duration.ofSeconds(1);

    private static final int MOST_UNSENT_FRAMES = 20_000;

    private final WebSocketSession socket;
    private final RemoteEndpoint.Async remote;
    private final Executor threads;
    private final Unsent total;
    private final Standstill standstill;
    private final Language language;
    private final long mostUnsentBytes;
    private final Pace pace;
    private final List<Outlet.Source> sources = new CopyOnWriteArrayList<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final ArrayDeque<byte[]> unsent = new ArrayDeque<>();
    private long unsentBytes;
    private boolean isClosing;
    private long onItsWay;
    private long halfHeard;
    private int turn;
    private boolean sending;
    private volatile long asked;
    private volatile long lastSent = System.nanoTime();
    private @Nullable CloseStatus closing;

    Connection(
            WebSocketSession socket,
            Executor threads,
            Unsent total,
            Standstill standstill,
            Language language,
            LiveLimits limits) {
        this.socket = socket;
        this.threads = threads;
        this.total = total;
        this.standstill = standstill;
        this.asked = standstill.count();
        this.language = language;
        this.mostUnsentBytes = language.mostUnsent(limits);
        this.pace = new Pace(limits);
        Session session = nativeSession(socket);
        session.getUserProperties().put(BLOCKING_SEND_TIMEOUT_PROPERTY, LAST_WORD.toMillis());
        this.remote = session.getAsyncRemote();
        remote.setSendTimeout(STALLED.toMillis());
        total.join(this);
    }

    /// How fast its peer may speak.
    public Pace pace() {
        return pace;
    }

    void add(Outlet.Source source) {
        sources.add(source);
    }

    void remove(Outlet.Source source) {
        sources.remove(source);
    }

    /// How much is kept for this connection: what waits for the peer or is on its way there, and
    /// what the peer has said half of.
    long heldBytes() {
        lock.lock();
        try {
            return unsentBytes + halfHeard;
        } finally {
            lock.unlock();
        }
    }

    boolean awaitSpace() {
        return total.awaitSpace();
    }

    /// The peer has said so many bytes of a message that goes on. Of one who goes nothing is kept.
    public void halfHeard(long bytes) {
        lock.lock();
        try {
            if (closing != null) {
                return;
            }
            halfHeard += bytes;
        } finally {
            lock.unlock();
        }
        total.add(bytes);
    }

    /// Nothing is kept any more of what the peer has said half of.
    public void nothingHalfHeard() {
        long forgotten;
        boolean goes;
        lock.lock();
        try {
            forgotten = halfHeard;
            halfHeard = 0;
            goes = isEnded();
        } finally {
            lock.unlock();
        }
        total.remove(forgotten, goes);
    }

    /// Sends a frame after those that were given before.
    public void send(byte[] frame) {
        boolean tooMuch;
        lock.lock();
        try {
            if (closing != null) {
                return;
            }
            unsent.add(frame);
            unsentBytes += frame.length;
            tooMuch = unsentBytes > mostUnsentBytes || unsent.size() > MOST_UNSENT_FRAMES;
        } finally {
            lock.unlock();
        }
        total.add(frame.length);
        if (tooMuch) {
            overload();
        } else {
            pump();
        }
    }

    /// The peer takes too little: what waits for it is forgotten, and it goes.
    void overload() {
        long forgotten;
        boolean goes;
        lock.lock();
        try {
            forgotten = forgetWhatWaits();
            goes = isEnded();
        } finally {
            lock.unlock();
        }
        total.remove(forgotten, goes);
        close(CloseCodes.of(Ending.OVERLOAD), false);
    }

    /// Whether the server stood still since somebody asked what this peer may hear and say: until
    /// that is asked anew neither happens.
    public boolean isHeld() {
        return asked != standstill.count();
    }

    /// What the peer may is known as it was after so many standstills.
    void asked(long standstills) {
        lock.lock();
        try {
            asked = Math.max(asked, standstills);
        } finally {
            lock.unlock();
        }
        pump();
    }

    /// Sends as long as there is something to send and the peer takes it at once. Whatever fails
    /// ends this connection and nothing else.
    void pump() {
        try {
            for (byte[] frame = take(); frame != null; frame = take()) {
                var sent = new Sent();
                switch (language) {
                    case BINARY -> remote.sendBinary(ByteBuffer.wrap(frame), sent);
                    case TEXT -> remote.sendText(new String(frame, UTF_8), sent);
                }
                if (!sent.wasSentAtOnce()) {
                    return;
                }
                arrived();
            }
        } catch (IllegalStateException | IllegalArgumentException closed) {
            breakOff(CloseStatus.NO_CLOSE_FRAME);
        } catch (RuntimeException failure) {
            log.error("Connection {} failed", socket.getId(), failure);
            breakOff(CloseCodes.FAILED);
        }
    }

    /// Says that the server is there where nothing was said for a while: who stands in between, a
    /// proxy or the peer, gives up a server that is silent.
    void signOfLife(Duration silence) {
        long now = System.nanoTime();
        if (now - lastSent > silence.toNanos() && claim()) {
            threads.execute(this::ping);
        }
    }

    /// Nothing else is sent until what is claimed for has arrived.
    private boolean claim() {
        lock.lock();
        try {
            boolean isFree = !sending && closing == null;
            sending |= isFree;
            return isFree;
        } finally {
            lock.unlock();
        }
    }

    private void ping() {
        try {
            remote.sendPing(ByteBuffer.allocate(0));
            arrived();
            pump();
        } catch (IOException | RuntimeException gone) {
            breakOff(CloseStatus.NO_CLOSE_FRAME);
        }
    }

    /// Whether the server has ended this connection. What came over one that broke is still heard.
    public boolean isEnded() {
        lock.lock();
        try {
            return closing != null && !closing.equals(CloseStatus.NO_CLOSE_FRAME);
        } finally {
            lock.unlock();
        }
    }

    /// The peer takes nothing any more: nothing is kept for it.
    void gone() {
        long forgotten;
        boolean goes;
        lock.lock();
        try {
            goes = isEnded();
            closing = closing == null ? CloseStatus.NO_CLOSE_FRAME : closing;
            sending = true;
            isClosing = true;
            forgotten = forgetWhatWaits() + onItsWay + halfHeard;
            unsentBytes -= onItsWay;
            onItsWay = 0;
            halfHeard = 0;
        } finally {
            lock.unlock();
        }
        total.remove(forgotten, goes);
        total.leave(this);
    }

    /// Ends the connection after what was said so far, or soon when the peer takes nothing.
    public void close(CloseStatus status) {
        close(status, true);
    }

    private void close(CloseStatus status, boolean hasMoreToSay) {
        boolean isTaking;
        lock.lock();
        try {
            if (closing != null) {
                return;
            }
            closing = status;
            isTaking = !sending;
            total.goes(unsentBytes + halfHeard);
        } finally {
            lock.unlock();
        }
        if (isTaking) {
            pump();
        } else if (hasMoreToSay) {
            threads.execute(() -> closeSoon(status));
        } else {
            closeNow(status);
        }
    }

    /// What is on its way may arrive meanwhile, and what waits behind it.
    private void closeSoon(CloseStatus status) {
        LockSupport.parkNanos(LAST_WORD.toNanos());
        boolean isDone;
        lock.lock();
        try {
            isDone = isClosing;
        } finally {
            lock.unlock();
        }
        if (!isDone) {
            closeNow(status);
        }
    }

    /// The next frame, claimed by the caller; null when there is none or one is on its way.
    private byte @Nullable [] take() {
        byte[] frame;
        boolean isNew;
        lock.lock();
        try {
            if (sending) {
                return null;
            }
            boolean isHeld = isHeld();
            frame = isHeld ? null : unsent.poll();
            isNew = frame == null;
            if (isNew && !isHeld) {
                frame = nextOfSources().orElse(null);
            }
            if (frame != null) {
                sending = true;
                onItsWay = frame.length;
                unsentBytes += isNew ? frame.length : 0;
            } else if (closing != null) {
                sending = true;
                isClosing = true;
                closeNow(closing);
            }
        } finally {
            lock.unlock();
        }
        if (frame != null && isNew) {
            total.add(frame.length);
        }
        return frame;
    }

    private Optional<byte[]> nextOfSources() {
        Optional<byte[]> frame = Optional.empty();
        for (int tried = 0; closing == null && frame.isEmpty() && tried < sources.size(); tried++) {
            turn++;
            frame = source(turn).flatMap(Outlet.Source::nextFrame);
        }
        return frame;
    }

    /// Sources take turns; one may leave while we look.
    private Optional<Outlet.Source> source(int number) {
        return sources.stream()
                .skip(Math.floorMod(number, Math.max(1, sources.size())))
                .findFirst();
    }

    private void arrived() {
        long arrived;
        boolean goes;
        lock.lock();
        try {
            goes = isEnded();
            sending = false;
            lastSent = System.nanoTime();
            arrived = onItsWay;
            unsentBytes -= arrived;
            onItsWay = 0;
        } finally {
            lock.unlock();
        }
        total.remove(arrived, goes);
    }

    private long forgetWhatWaits() {
        long waiting = unsentBytes - onItsWay;
        unsent.clear();
        unsentBytes = onItsWay;
        return waiting;
    }

    private void breakOff(CloseStatus status) {
        gone();
        closeNow(status);
    }

    private void closeNow(CloseStatus status) {
        threads.execute(() -> {
            try {
                socket.close(status);
            } catch (IOException gone) {
                // nobody is left to be told
            }
        });
    }

    private static Session nativeSession(WebSocketSession socket) {
        Session session = ((NativeWebSocketSession) socket).getNativeSession(Session.class);
        if (session == null) {
            throw new IllegalStateException("The container gives no WebSocket session");
        }
        return session;
    }

    /// Learns whether a frame went out while it was being handed over, and goes on later if not.
    private final class Sent implements SendHandler {

        private static final int OPEN = 0;
        private static final int HANDED_OVER = 1;
        private static final int DONE = 2;

        private final AtomicInteger state = new AtomicInteger(OPEN);

        boolean wasSentAtOnce() {
            return !state.compareAndSet(OPEN, HANDED_OVER);
        }

        @Override
        public void onResult(SendResult result) {
            if (!result.isOK()) {
                breakOff(CloseStatus.NO_CLOSE_FRAME);
            } else if (!state.compareAndSet(OPEN, DONE)) {
                arrived();
                pump();
            }
        }
    }
}
