package org.rotfaden.realtime.stomp;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.rotfaden.realtime.rooms.Ending;
import org.rotfaden.realtime.socket.CloseCodes;
import org.rotfaden.realtime.socket.Connection;
import org.rotfaden.realtime.socket.Conversation;
import org.rotfaden.security.SignedIn;
import org.rotfaden.security.Subject;
import org.springframework.http.HttpHeaders;
import org.springframework.messaging.simp.stomp.StompCommand;
import org.springframework.messaging.simp.stomp.StompConversionException;
import org.springframework.messaging.simp.stomp.StompHeaderAccessor;
import org.springframework.web.socket.CloseStatus;

/// A connection in STOMP: `CONNECT`, then subscriptions, on which everything is said. What is no
/// STOMP, or cannot be said here, is answered by an `ERROR` and ends the connection.
final class StompConversation implements Conversation, Followed.Voice {

    private static final List<String> VERSIONS = List.of("1.2", "1.1");

    private static final long RAREST_HEARTBEAT = Duration.ofHours(1).toMillis();

    /// A client that was silent for so many of its signs of life is gone.
    private static final int MISSING_HEARTBEATS = 3;

    /// So many bytes count as much as a frame, whatever is in them.
    private static final int ONE_THING = 1_000;

    /// What a client may call a subscription, in characters.
    private static final int LONGEST_NAME = 100;

    /// No feature has subjects of this type.
    private static final Subject NOTHING = new Subject("nothing", new UUID(0, 0));

    private static final Pattern TOPIC =
            Pattern.compile(
                    "/topic/([a-z-]{1,40})/(\\p{XDigit}{8}(?:-\\p{XDigit}{4}){3}-\\p{XDigit}{12})");

    private final Connection connection;
    private final StompServices services;
    private final @Nullable SignedIn loggedIn;
    private final Frames frames;
    private volatile @Nullable Followed followed;
    private volatile @Nullable Spectator spectator;
    private boolean closed;
    private volatile long outgoing;
    private volatile long incoming;
    private volatile long heard = System.nanoTime();
    private volatile long said = System.nanoTime();

    /// @param loggedIn whose log-in the browser presented, if any
    StompConversation(Connection connection, StompServices services, @Nullable SignedIn loggedIn) {
        this.connection = connection;
        this.services = services;
        this.loggedIn = loggedIn;
        this.frames = new Frames((int) services.limits().stompFrame().toBytes());
    }

    @Override
    public Connection connection() {
        return connection;
    }

    @Override
    public boolean isAuthenticated() {
        return followed != null;
    }

    @Override
    public void askAnew() {
        heard = System.nanoTime();
        Followed here = followed;
        if (here != null) {
            here.askAnew();
        }
    }

    @Override
    public boolean isHeld() {
        return connection.isHeld();
    }

    @Override
    public void receive(byte[] message) {
        heard = System.nanoTime();
        if (!connection.pace().maySpeak(message.length / ONE_THING)) {
            connection.close(CloseCodes.of(Ending.FLOOD));
            return;
        }
        List<StompHeaderAccessor> whole;
        try {
            whole = frames.read(message);
        } catch (StompConversionException | IllegalArgumentException malformed) {
            refuse(Refusal.MALFORMED_FRAME, null);
            return;
        }
        connection.nothingHalfHeard();
        if (frames.halfRead() > 0) {
            connection.halfHeard(frames.halfRead());
        }
        whole.forEach(this::hear);
    }

    private void hear(StompHeaderAccessor frame) {
        StompCommand command = frame.getCommand();
        if (command == null || connection.isEnded()) {
            return;
        }
        if (!connection.pace().maySpeak(1)) {
            connection.close(CloseCodes.of(Ending.FLOOD));
            return;
        }
        Followed here = followed;
        switch (command) {
            case CONNECT, STOMP -> {
                if (here == null) {
                    connect(frame);
                } else {
                    refuse(Refusal.CONNECTED_ALREADY, frame);
                }
            }
            case DISCONNECT -> {
                receipt(frame);
                connection.close(CloseStatus.NORMAL);
            }
            case SUBSCRIBE, UNSUBSCRIBE, ACK, NACK -> {
                if (here == null) {
                    refuse(Refusal.NOT_CONNECTED, frame);
                } else {
                    hear(command, frame, here);
                }
            }
            case SEND, BEGIN, COMMIT, ABORT -> refuse(Refusal.NOTHING_CAN_BE_SENT, frame);
            case CONNECTED, MESSAGE, RECEIPT, ERROR -> refuse(Refusal.MALFORMED_FRAME, frame);
        }
    }

    private void hear(StompCommand command, StompHeaderAccessor frame, Followed here) {
        String id = frame.getFirstNativeHeader(StompHeaderAccessor.STOMP_ID_HEADER);
        switch (command) {
            case SUBSCRIBE -> {
                String destination = frame.getDestination();
                if (id == null || id.length() > LONGEST_NAME || destination == null) {
                    refuse(Refusal.MALFORMED_FRAME, frame);
                    return;
                }
                if (here.isTaken(id)) {
                    refuse(Refusal.SUBSCRIBED_ALREADY, frame);
                    return;
                }
                subscribe(here, id, destination);
            }
            case UNSUBSCRIBE -> {
                if (id != null) {
                    here.unsubscribe(id);
                }
            }
            default -> {
                // what was said needs no acknowledgement
            }
        }
        receipt(frame);
    }

    private void subscribe(Followed here, String id, String destination) {
        Subject subject = subjectOf(destination).orElse(NOTHING);
        here.subscribe(new Subscription(id, destination, subject));
    }

    private static Optional<Subject> subjectOf(String destination) {
        Matcher topic = TOPIC.matcher(destination);
        return topic.matches()
                ? Optional.of(new Subject(topic.group(1), UUID.fromString(topic.group(2))))
                : Optional.empty();
    }

    private void connect(StompHeaderAccessor frame) {
        Optional<String> version = common(frame);
        if (version.isEmpty()) {
            refuse(Refusal.VERSION_NOT_SUPPORTED, frame);
            return;
        }
        recognise(frame.getFirstNativeHeader(HttpHeaders.AUTHORIZATION))
                .ifPresentOrElse(
                        who -> welcome(who, version.get(), frame),
                        () -> refuse(Refusal.NOT_AUTHENTICATED, frame));
    }

    /// By what is presented, or else by the log-in of the browser.
    private Optional<Spectator> recognise(@Nullable String authorization) {
        return authorization == null
                ? Optional.ofNullable(loggedIn).flatMap(services.spectators()::loggedIn)
                : services.spectators().presenting(authorization);
    }

    private void welcome(Spectator who, String version, StompHeaderAccessor frame) {
        long[] heartbeat;
        try {
            heartbeat = frame.getHeartbeat();
        } catch (IllegalArgumentException malformed) {
            refuse(Refusal.MALFORMED_FRAME, frame);
            return;
        }
        var begun = new Followed(who, services, this);
        synchronized (this) {
            if (closed) {
                return;
            }
            if (!who.comes(connection)) {
                refuse(Refusal.TOO_MANY_CONNECTIONS, frame);
                return;
            }
            spectator = who;
            followed = begun;
        }
        outgoing = interval(heartbeat[1]);
        incoming = interval(heartbeat[0]);
        say(frames.connected(version, mostOften(), UUID.randomUUID().toString()));
        begun.begin();
    }

    /// In ms, whatever a client asks for; 0 for never.
    private long interval(long asked) {
        return asked <= 0 ? 0 : Math.clamp(asked, mostOften(), RAREST_HEARTBEAT);
    }

    /// In ms.
    private long mostOften() {
        return services.limits().stompHeartbeat().toMillis();
    }

    /// The newest version that both know. A client that names none speaks the first, in which names
    /// with a colon cannot be told from others.
    private static Optional<String> common(StompHeaderAccessor frame) {
        String accepted =
                frame.getFirstNativeHeader(StompHeaderAccessor.STOMP_ACCEPT_VERSION_HEADER);
        List<String> theirs =
                accepted == null
                        ? List.of()
                        : Arrays.stream(accepted.split(",")).map(String::strip).toList();
        return VERSIONS.stream().filter(theirs::contains).findFirst();
    }

    private void receipt(StompHeaderAccessor frame) {
        String receipt = frame.getReceipt();
        if (receipt != null) {
            say(frames.receipt(receipt));
        }
    }

    /// @param frame the one that is answered, where it is one
    private void refuse(Refusal why, @Nullable StompHeaderAccessor frame) {
        say(frames.error(why.name(), frame == null ? null : frame.getReceipt()));
        connection.close(why.closing());
    }

    @Override
    public void say(Subscription subscription, LiveMessage message) {
        byte[] json = services.json().writeValueAsString(message).getBytes(UTF_8);
        say(frames.message(subscription.id, subscription.destination, json));
    }

    private void say(byte[] frame) {
        said = System.nanoTime();
        connection.send(frame);
    }

    @Override
    public void loggedOut() {
        connection.close(CloseCodes.NOT_AUTHENTICATED);
    }

    @Override
    public void failed() {
        connection.close(CloseCodes.of(Ending.OVERLOAD));
    }

    @Override
    public void tick(Instant now) {
        Followed here = followed;
        if (here != null) {
            here.tick(now);
        }
        long nanos = System.nanoTime();
        if (incoming > 0
                && !connection.isHeld()
                && isOver(heard, MISSING_HEARTBEATS * incoming, nanos)) {
            connection.close(CloseStatus.SESSION_NOT_RELIABLE.withReason("no-heartbeat"));
        } else if (outgoing > 0 && isOver(said, outgoing - 1_000, nanos)) {
            say(Frames.HEARTBEAT);
        }
    }

    private static boolean isOver(long since, long millis, long now) {
        return now - since > Duration.ofMillis(millis).toNanos();
    }

    @Override
    public void closed() {
        synchronized (this) {
            closed = true;
        }
        Followed here = followed;
        if (here != null) {
            here.close();
        }
        Spectator who = spectator;
        if (who != null) {
            who.leaves(connection);
        }
    }
}
