package org.rotfaden.realtime.rooms;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.rotfaden.crdt.protocol.AwarenessUpdate;
import org.rotfaden.crdt.protocol.ClientState;
import org.rotfaden.crdt.protocol.SyncMessage;
import org.rotfaden.realtime.Access;
import org.rotfaden.realtime.DocumentId;
import org.rotfaden.security.MemberId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One client's stay in one room: what it may do, what it has seen, and what it still has to be
/// told. It reads the room's updates at its own pace.
public final class Participant implements Outlet.Source {

    private static final Logger log = LoggerFactory.getLogger(Participant.class);
    private static final long NOT_FOLLOWING = -1;

    private final Room room;
    private final Person person;
    private volatile Access access;
    private final Framing framing;
    private final Outlet outlet;
    private final Executor acknowledging;

    private final Map<Long, ClientState> unseenPresence = new LinkedHashMap<>();
    private volatile boolean ended;
    private volatile long read = NOT_FOLLOWING;
    private byte[] peerStateVector = {0};
    private @Nullable Long client;
    private CompletableFuture<?> acknowledged = CompletableFuture.completedFuture(null);

    Participant(
            Room room,
            Person person,
            Access access,
            Framing framing,
            Outlet outlet,
            Executor acknowledging) {
        this.room = room;
        this.person = person;
        this.access = access;
        this.framing = framing;
        this.outlet = outlet;
        this.acknowledging = acknowledging;
    }

    public MemberId member() {
        return person.member();
    }

    public Access access() {
        return access;
    }

    /// Lets the participant do more from now on.
    public void grant(Access more) {
        access = more;
    }

    public DocumentId document() {
        return room.id();
    }

    /// Hands a message of the client to the room, unless the stay has ended.
    public void receive(SyncMessage message) {
        if (!ended) {
            var _ = room.receive(this, message);
        }
    }

    /// Hands what the client says of its own presence to the room, unless the stay has ended.
    public void receive(AwarenessUpdate said) {
        if (!ended) {
            room.receive(this, said);
        }
    }

    /// Asks for what the client lacks, and returns when it was answered. Whoever waits too long for
    /// that goes, and comes back.
    public void ask(SyncMessage.Step1 question) {
        if (ended) {
            return;
        }
        room.awaitDocument();
        if (!room.questions().begin(member())) {
            end(Ending.OVERLOAD);
            return;
        }
        OptionalLong bytes = OptionalLong.empty();
        try {
            if (outlet.awaitSpace()) {
                bytes = room.questions().make(() -> room.receive(this, question).join());
            }
            if (bytes.isEmpty()) {
                end(Ending.OVERLOAD);
            }
        } finally {
            room.questions().end(member(), bytes.orElse(0));
        }
    }

    /// Whether the client has to wait until the room has caught up.
    public boolean hasToWait() {
        return room.backlog().isTooLong();
    }

    /// Returns when the room has caught up.
    public void awaitRoom() {
        room.backlog().awaitCaughtUp();
    }

    /// Asks for everybody's presence, unless the stay has ended.
    public void askPresence() {
        if (!ended) {
            room.askPresence(this);
        }
    }

    /// Ends the stay from the server's side: what the client said before is done, nothing after it.
    public void end(Ending ending) {
        ended = true;
        outlet.end(ending);
    }

    /// Whether nothing is taken from the client any more.
    public boolean hasEnded() {
        return ended;
    }

    void leave() {
        ended = true;
        room.leave(this);
    }

    Room room() {
        return room;
    }

    @Override
    public Optional<byte[]> nextFrame() {
        return nextRound().or(this::nextPresence);
    }

    Framing framing() {
        return framing;
    }

    Optional<Long> client() {
        return Optional.ofNullable(client);
    }

    /// Whether this participant may speak for a client: the one that it named first.
    boolean introduce(long clientId) {
        if (client == null) {
            client = clientId;
        }
        return client == clientId;
    }

    ClientState identified(ClientState state) {
        return person.sign(state);
    }

    boolean hasIdentified(ClientState state) {
        return person.hasSigned(state);
    }

    /// From here on the participant sees every update after the given number.
    void follow(byte[] stateVector, long number) {
        peerStateVector = stateVector;
        read = number;
    }

    byte[] peerStateVector() {
        return peerStateVector;
    }

    boolean isFollowing() {
        return read != NOT_FOLLOWING;
    }

    void send(SyncMessage message) {
        outlet.send(framing.sync(message));
    }

    /// Tells the author that its update is durable, after all it was told of before.
    void acknowledge(byte[] update, CompletableFuture<?> durable) {
        inTurn(durable, () -> framing.saved(update));
    }

    void refuse(String reason) {
        inTurn(CompletableFuture.completedFuture(null), () -> framing.refused(reason));
    }

    void show(Collection<ClientState> states) {
        synchronized (unseenPresence) {
            states.forEach(state -> unseenPresence.put(state.clientId(), state));
        }
    }

    /// Whoever cannot be told goes; the others are told all the same.
    void wake() {
        try {
            outlet.wake();
        } catch (Throwable failure) {
            log.error("A connection to document {} failed", document(), failure);
            end(Ending.OVERLOAD);
        }
    }

    private void inTurn(CompletableFuture<?> durable, Supplier<Optional<byte[]>> frame) {
        acknowledged =
                CompletableFuture.allOf(acknowledged, durable)
                        .thenRunAsync(() -> frame.get().ifPresent(outlet::send), acknowledging);
    }

    private Optional<byte[]> nextRound() {
        if (!isFollowing()) {
            return Optional.empty();
        }
        return switch (room.recent().after(read, this)) {
            case RecentUpdates.Reading.UpTo(long number, @Nullable Round round) -> {
                read = number;
                yield Optional.ofNullable(round).map(news -> news.framed(framing));
            }
            case RecentUpdates.Reading.Behind() -> {
                read = NOT_FOLLOWING;
                room.bringUpToDate(this);
                yield Optional.empty();
            }
        };
    }

    private Optional<byte[]> nextPresence() {
        synchronized (unseenPresence) {
            if (unseenPresence.isEmpty()) {
                return Optional.empty();
            }
            var states = new AwarenessUpdate(List.copyOf(unseenPresence.values()));
            unseenPresence.clear();
            return Optional.of(framing.presence(states));
        }
    }
}
