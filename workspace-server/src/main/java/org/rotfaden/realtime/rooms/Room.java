package org.rotfaden.realtime.rooms;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.rotfaden.crdt.InvalidStateVector;
import org.rotfaden.crdt.InvalidUpdate;
import org.rotfaden.crdt.NativeFailure;
import org.rotfaden.crdt.SharedDocument;
import org.rotfaden.crdt.protocol.AwarenessUpdate;
import org.rotfaden.crdt.protocol.ClientState;
import org.rotfaden.crdt.protocol.SyncMessage;
import org.rotfaden.realtime.Access;
import org.rotfaden.realtime.DocumentId;
import org.rotfaden.realtime.DocumentNotFound;
import org.rotfaden.realtime.bus.BusMessage;
import org.rotfaden.realtime.log.LoggedUpdate;
import org.rotfaden.realtime.log.StoredDocument;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;

/// One live document in memory and everybody who is in it. All that changes it runs in its inbox,
/// one thing at a time; nothing in there waits for a socket or for the database.
final class Room {

    private static final Logger log = LoggerFactory.getLogger(Room.class);
    private static final int RECENT_UPDATES = 4_096;
    private static final long RECENT_BYTES = 4L << 20;
    private static final int CROWD = 16;

    private final DocumentId id;
    private final RoomServices services;
    private final Inbox inbox;
    private final RecentUpdates recent = new RecentUpdates(RECENT_UPDATES, RECENT_BYTES);
    private final Set<Participant> participants = ConcurrentHashMap.newKeySet();
    private final Map<ByteBuffer, byte[]> answersToStep1 = new HashMap<>();
    private final Presence presence = new Presence();
    private final Progress progress;
    private @Nullable SharedDocument document;
    private CompletableFuture<?> appended = CompletableFuture.completedFuture(null);
    private boolean news;
    private int unwritten;
    private volatile boolean settled;
    private volatile boolean failed;

    Room(DocumentId id, RoomServices services) {
        this.id = id;
        this.services = services;
        this.progress = new Progress(services.limits(), services.clock());
        this.inbox = new Inbox(services.threads(), this::wakeEverybody);
        inbox.execute(this::load);
    }

    DocumentId id() {
        return id;
    }

    RecentUpdates recent() {
        return recent;
    }

    void join(Participant participant) {
        participants.add(participant);
        inbox.execute(() -> endUnlessLoaded(participant));
    }

    void leave(Participant participant) {
        participants.remove(participant);
        inbox.execute(() ->
                presence.leave(participant, now()).ifPresent(gone -> tell(List.of(gone), true)));
    }

    void receive(Participant from, SyncMessage message) {
        if (services.log().waitingBytes() > services.limits().unwritten().toBytes()) {
            from.end(Ending.OVERLOAD);
            return;
        }
        inbox.execute(() -> {
            if (document == null || !participants.contains(from)) {
                return;
            }
            switch (message) {
                case SyncMessage.Step1(byte[] stateVector) -> answer(from, stateVector);
                case SyncMessage.Step2(byte[] update) -> take(from, update);
                case SyncMessage.Update(byte[] update) -> take(from, update);
            }
        });
    }

    void receive(Participant from, AwarenessUpdate said) {
        inbox.execute(() -> {
            try {
                if (participants.contains(from)) {
                    tell(presence.accept(from, said, now()), true);
                }
            } catch (JacksonException noJson) {
                from.end(Ending.MALFORMED);
            }
        });
    }

    void receive(BusMessage message) {
        inbox.execute(() -> {
            switch (message) {
                case BusMessage.Appended appendedElsewhere ->
                        takeFromLog(appendedElsewhere.update());
                case BusMessage.Presence elsewhere ->
                        tell(presence.acceptFromBus(elsewhere.states(), now()), false);
            }
        });
    }

    void askPresence(Participant participant) {
        inbox.execute(() -> {
            participant.show(presence.everybody());
            news = true;
        });
    }

    /// Brings a participant that fell behind back to the newest state, from what it was last known
    /// to have.
    void bringUpToDate(Participant participant) {
        inbox.execute(() -> {
            if (document != null && participants.contains(participant)) {
                participant.send(
                        new SyncMessage.Update(document.diff(participant.peerStateVector())));
                participant.follow(document.stateVector(), recent.head());
                news = true;
            }
        });
    }

    /// Asks the document something, in turn with its writers.
    <T> CompletableFuture<T> read(Function<SharedDocument, T> question) {
        var answer = new CompletableFuture<T>();
        inbox.execute(() -> {
            SharedDocument current = document;
            if (current == null) {
                answer.completeExceptionally(new DocumentNotFound(id));
            } else {
                answer.completeAsync(() -> question.apply(current), Runnable::run);
            }
        });
        return answer;
    }

    /// What has to happen now and then: silent clients go, gaps are filled, listeners are told.
    void tick() {
        inbox.execute(() -> {
            tell(presence.expire(now()), true);
            if (document == null) {
                return;
            }
            if (progress.hasGap()) {
                services.threads().execute(() -> readTheGap(progress.contiguous()));
            }
            settled = unwritten == 0 && !progress.isUntold();
            if (unwritten == 0) {
                progress.toTell().ifPresent(sequence -> services.tell().changed(this, sequence));
                progress.toSnapshot()
                        .ifPresent(_ -> services.threads().execute(this::takeSnapshot));
            }
        });
    }

    /// Whether everything that reached this room is durable and told.
    boolean isSettled() {
        return settled && inbox.size() == 0;
    }

    /// Whether the document could not be loaded.
    boolean hasFailed() {
        return failed;
    }

    void close() {
        inbox.execute(this::dropDocument);
    }

    private void load() {
        try {
            StoredDocument stored = services.log().load(id);
            document = services.snapshots().restore(id, stored);
            progress.loaded(stored);
        } catch (DocumentNotFound nowhere) {
            failed = true;
            participants.forEach(participant -> participant.end(Ending.NOT_FOUND));
        } catch (RuntimeException failure) {
            failed = true;
            log.error("Document {} cannot be loaded", id, failure);
            participants.forEach(participant -> participant.end(Ending.OVERLOAD));
        }
    }

    private void endUnlessLoaded(Participant participant) {
        if (document == null) {
            participant.end(Ending.OVERLOAD);
        }
    }

    /// Answers with what the peer lacks, then asks for what the server lacks.
    private void answer(Participant peer, byte[] stateVector) {
        SharedDocument current = open();
        try {
            byte[] missing =
                    answersToStep1.computeIfAbsent(
                            ByteBuffer.wrap(stateVector), _ -> current.diff(stateVector));
            peer.send(new SyncMessage.Step2(missing));
            peer.send(new SyncMessage.Step1(current.stateVector()));
            peer.follow(current.stateVector(), recent.head());
            peer.show(presence.everybody());
            news = true;
        } catch (InvalidStateVector malformed) {
            peer.end(Ending.MALFORMED);
        }
    }

    private void take(Participant author, byte[] update) {
        try {
            if (!open().brings(update)) {
                author.acknowledge(update, appended);
            } else if (!author.access().includes(Access.WRITE)) {
                author.refuse("read-only");
            } else if (!progress.hasSpaceFor(update, open())) {
                author.refuse("too-large");
            } else {
                integrate(update, new Origin.FromParticipant(author));
            }
        } catch (InvalidUpdate malformed) {
            author.end(Ending.MALFORMED);
        } catch (NativeFailure failure) {
            log.error(
                    "An update of {} bytes by member {} was refused by document {}",
                    update.length,
                    author.member(),
                    id,
                    failure);
            author.refuse("not-understood");
            reload();
        }
    }

    private void integrate(byte[] update, Origin origin) {
        open().apply(update);
        answersToStep1.clear();
        progress.applied(update);
        news = true;
        switch (origin) {
            case Origin.FromParticipant(Participant author) -> {
                recent.add(update, author);
                append(update, author);
            }
            case Origin.FromLog(long sequence) -> {
                recent.add(update, null);
                progress.recorded(sequence);
            }
        }
    }

    private void append(byte[] update, Participant author) {
        unwritten++;
        settled = false;
        CompletableFuture<Long> durable = services.log().append(id, update, author.member());
        appended = durable;
        author.acknowledge(update, durable);
        var _ =
                durable.whenComplete((sequence, failure) ->
                        inbox.execute(() -> recorded(update, sequence, failure)));
    }

    private void recorded(byte[] update, @Nullable Long sequence, @Nullable Throwable failure) {
        unwritten--;
        if (sequence == null) {
            log.error("Document {} can no longer be written", id, failure);
            participants.forEach(participant -> participant.end(Ending.NOT_FOUND));
            return;
        }
        progress.recorded(sequence);
        services.bus()
                .publish(
                        new BusMessage.Appended(
                                services.node(), id, new LoggedUpdate(sequence, update)));
    }

    private void takeFromLog(LoggedUpdate update) {
        if (document == null || progress.knows(update.sequence())) {
            return;
        }
        try {
            integrate(update.bytes(), new Origin.FromLog(update.sequence()));
        } catch (InvalidUpdate malformed) {
            log.error(
                    "Update {} of document {} cannot be read and is left out",
                    update.sequence(),
                    id,
                    malformed);
            progress.recorded(update.sequence());
        } catch (NativeFailure failure) {
            log.error("Update {} was refused by document {}", update.sequence(), id, failure);
            reload();
        }
    }

    private void readTheGap(long after) {
        services.log().after(id, after).forEach(update -> inbox.execute(() -> takeFromLog(update)));
    }

    /// After a failure inside the native library its document is not to be trusted: it is made anew
    /// from the log, and everybody is brought up to date from there.
    private void reload() {
        dropDocument();
        appended.handle((_, _) -> null).join();
        load();
        answersToStep1.clear();
        participants.stream().filter(Participant::isFollowing).forEach(this::bringUpToDate);
    }

    private void takeSnapshot() {
        long sequence = services.snapshots().take(id);
        inbox.execute(() -> progress.snapshotTaken(sequence));
    }

    private void tell(List<ClientState> states, boolean ours) {
        if (states.isEmpty()) {
            return;
        }
        participants.forEach(participant -> participant.show(states));
        news = true;
        if (ours) {
            services.bus()
                    .publish(
                            new BusMessage.Presence(
                                    services.node(), id, new AwarenessUpdate(states)));
        }
    }

    /// A crowd is served by all cores, a few by the writer itself, which is quicker for them.
    private void wakeEverybody() {
        if (!news) {
            return;
        }
        news = false;
        if (participants.size() <= CROWD) {
            participants.forEach(Participant::wake);
        } else {
            services.threads()
                    .execute(() -> participants.parallelStream().forEach(Participant::wake));
        }
    }

    private SharedDocument open() {
        if (document == null) {
            throw new IllegalStateException("Document " + id + " is not loaded");
        }
        return document;
    }

    private void dropDocument() {
        if (document != null) {
            document.close();
            document = null;
        }
    }

    private Instant now() {
        return services.clock().instant();
    }
}
