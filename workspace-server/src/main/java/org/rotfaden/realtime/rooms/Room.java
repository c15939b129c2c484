package org.rotfaden.realtime.rooms;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rotfaden.crdt.InvalidStateVector;
import org.rotfaden.crdt.InvalidUpdate;
import org.rotfaden.crdt.SharedDocument;
import org.rotfaden.crdt.protocol.AwarenessUpdate;
import org.rotfaden.crdt.protocol.ClientState;
import org.rotfaden.crdt.protocol.SyncMessage;
import org.rotfaden.realtime.Access;
import org.rotfaden.realtime.DocumentId;
import org.rotfaden.realtime.DocumentNotFound;
import org.rotfaden.realtime.bus.BusMessage;
import org.rotfaden.realtime.log.LoggedUpdate;
import org.rotfaden.security.MemberId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;

/// One live document in memory and everybody who is in it. All that changes it runs in its inbox,
/// one thing at a time; nothing in there waits for a socket or for the database.
final class Room {

    private static final Logger log = LoggerFactory.getLogger(Room.class);
    private static final int RECENT_UPDATES = 4_096;
    private static final long RECENT_BYTES = 4L << 20;

    private final DocumentId id;
    private final RoomServices services;
    private final Inbox inbox;
    private final HeldDocument document;
    private final RecentUpdates recent;
    private final Audience audience;
    private final Answers answers = new Answers();
    private final Presence presence = new Presence();
    private final Announcements announcements;
    private final RoomLog record;
    private final Backlog backlog;
    private boolean hasAsked;

    Room(DocumentId id, RoomServices services) {
        this.id = id;
        this.services = services;
        this.recent = new RecentUpdates(RECENT_UPDATES, RECENT_BYTES, services.memory());
        this.audience = new Audience(services.threads());
        this.inbox = new Inbox(services.threads(), audience::wakeEverybody);
        this.announcements =
                new Announcements(
                        inbox,
                        states ->
                                services.bus()
                                        .publish(
                                                new BusMessage.Presence(
                                                        services.node(), id, states)));
        this.backlog = new Backlog(services.limits().backlog().toBytes());
        this.document = new HeldDocument(id, services, inbox);
        this.record =
                new RoomLog(
                        id,
                        services,
                        inbox,
                        update -> document.whenRead(() -> takeFromLog(update)),
                        this::readDocumentWithoutAnybody);
        inbox.execute(this::expectDocument);
    }

    DocumentId id() {
        return id;
    }

    RecentUpdates recent() {
        return recent;
    }

    void join(Participant participant) {
        audience.add(participant);
        inbox.execute(this::askOnceWhoIsElsewhere);
        document.readInTurnOf(participant.member());
        document.whenRead(() ->
                Optional.ofNullable(document.loss())
                        .ifPresent(loss -> participant.end(endingAfter(loss))));
    }

    /// What the participant said before is done before.
    void leave(Participant participant) {
        document.whenRead(() -> {
            audience.remove(participant);
            presence.leave(participant, now()).ifPresent(gone -> tell(List.of(gone)));
        });
    }

    /// Takes a message in its turn.
    ///
    /// @return completes when the message had its turn, with the bytes of the answer if it asked
    ///   for one
    CompletableFuture<Long> receive(Participant from, SyncMessage message) {
        long size = Intake.sizeOf(message);
        if (!admits(size, from)) {
            return CompletableFuture.completedFuture(0L);
        }
        var turn = new CompletableFuture<Long>();
        document.whenRead(() -> {
            done(size);
            long answered = 0;
            try {
                if (document.isOpen() && audience.contains(from)) {
                    answered = handle(from, message);
                }
            } finally {
                turn.complete(answered);
            }
        });
        return turn;
    }

    private long handle(Participant from, SyncMessage message) {
        if (message instanceof SyncMessage.Step1(byte[] stateVector)) {
            return answer(from, stateVector);
        }
        take(from, message.content());
        return 0;
    }

    void receive(Participant from, AwarenessUpdate said) {
        long size = Intake.sizeOf(said);
        if (!admits(size, from)) {
            return;
        }
        inbox.execute(() -> {
            done(size);
            try {
                if (audience.contains(from)) {
                    tell(presence.accept(from, said, now()));
                }
            } catch (JacksonException noJson) {
                from.end(Ending.MALFORMED);
            }
        });
    }

    /// Whether there is room for something of this size.
    private boolean admits(long size, Participant from) {
        if (!services.intake().admits(size)) {
            from.end(Ending.OVERLOAD);
            return false;
        }
        backlog.add(size);
        return true;
    }

    Backlog backlog() {
        return backlog;
    }

    private void done(long size) {
        services.intake().done(size);
        backlog.done(size);
    }

    /// Takes what another node says. What there is no room for is lost; the log has it.
    void receive(BusMessage.OfDocument message) {
        switch (message) {
            case BusMessage.Appended elsewhere -> {
                LoggedUpdate update = elsewhere.update();
                if (services.intake().admits(Intake.sizeOf(update))) {
                    document.whenRead(() -> {
                        services.intake().done(Intake.sizeOf(update));
                        takeFromLog(update);
                    });
                }
            }
            case BusMessage.Advanced elsewhere -> reaches(elsewhere.sequence());
            case BusMessage.Presence elsewhere -> {
                AwarenessUpdate states = elsewhere.states();
                if (services.intake().admits(Intake.sizeOf(states))) {
                    inbox.execute(() -> {
                        services.intake().done(Intake.sizeOf(states));
                        audience.show(presence.acceptFromBus(states, now()));
                    });
                }
            }
            case BusMessage.PresenceAsked _ ->
                    inbox.execute(() -> announcements.add(presence.ours()));
        }
    }

    /// The log goes up to a sequence: what does not come by in a moment is read there.
    void reaches(long sequence) {
        inbox.execute(() -> record.reaches(sequence));
    }

    /// What other nodes said, and what this one has said to them, may have been lost.
    void mayHaveMissed() {
        inbox.execute(() -> {
            hasAsked = false;
            askOnceWhoIsElsewhere();
            announcements.add(presence.ours());
        });
    }

    private void askOnceWhoIsElsewhere() {
        if (!hasAsked) {
            hasAsked = true;
            services.bus().publish(new BusMessage.PresenceAsked(services.node(), id));
        }
    }

    void askPresence(Participant participant) {
        if (!admits(Intake.QUESTION, participant)) {
            return;
        }
        inbox.execute(() -> {
            done(Intake.QUESTION);
            participant.show(presence.everybody());
            audience.hasNews();
        });
    }

    /// Brings a participant that fell behind back to the newest state, from what it was last known
    /// to have.
    void bringUpToDate(Participant participant) {
        document.whenRead(() -> {
            if (document.isOpen() && audience.contains(participant)) {
                whatLacks(participant, participant.peerStateVector())
                        .ifPresent(answer -> {
                            participant.send(new SyncMessage.Update(answer.missing()));
                            participant.follow(answer.stateVector(), recent.head());
                            audience.hasNews();
                        });
            }
        });
    }

    /// Returns when the document is read, or lost.
    void awaitDocument() {
        var read = new CompletableFuture<Void>();
        document.whenRead(() -> read.complete(null));
        read.join();
    }

    /// Asks the document something, in turn with its writers.
    ///
    /// @param reader for whom, or null for the node itself
    <T> CompletableFuture<T> read(@Nullable MemberId reader, Function<SharedDocument, T> question) {
        var answer = new CompletableFuture<T>();
        document.readInTurnOf(reader);
        document.whenRead(() -> {
            if (document.isOpen()) {
                answer.completeAsync(() -> question.apply(document.get()), Runnable::run);
            } else {
                Throwable loss = document.loss();
                answer.completeExceptionally(loss == null ? new DocumentNotFound(id) : loss);
            }
        });
        return answer;
    }

    /// What has to happen now and then: silent clients go, gaps are filled, listeners are told.
    void tick() {
        inbox.execute(() -> {
            expire();
            recent.shrink();
            if (document.isOpen()) {
                record.tick();
            }
        });
    }

    /// Whether everything that reached this room is durable and told.
    boolean isSettled() {
        return inbox.isEmpty() && record.isSettled();
    }

    /// Whether the document holds its log up to a sequence.
    boolean hasReached(long sequence) {
        return record.hasReached(sequence);
    }

    /// Whether the document could not be read, so that nothing can ever happen in this room.
    boolean isLost() {
        return document.loss() != null;
    }

    /// Gives the document back, after all that came before is done.
    ///
    /// @return completes then
    CompletableFuture<?> close() {
        var closed = new CompletableFuture<Void>();
        document.whenRead(() -> {
            document.close();
            recent.clear();
            closed.complete(null);
        });
        return closed;
    }

    /// After a failure inside the native library, whose document is not to be trusted any more: it
    /// is made from the log, and everybody is brought up to date from there.
    private void readDocument() {
        expectDocument();
        document.readInTurnOf(null);
    }

    /// After the log has refused an update, which stands in the document and with everybody all the
    /// same: whoever comes back says once more what the log lacks.
    private void readDocumentWithoutAnybody() {
        expectDocument(() -> audience.end(Ending.OVERLOAD));
        document.readInTurnOf(null);
    }

    private void expectDocument() {
        expectDocument(() -> audience.following().forEach(this::bringUpToDate));
    }

    private void expectDocument(Runnable then) {
        record.unsettle();
        document.expect(
                record.lastAppend(),
                stored -> {
                    record.loaded(stored);
                    answers.clear();
                    then.run();
                },
                this::giveUp);
    }

    private void giveUp(Throwable loss) {
        switch (loss) {
            case DocumentNotFound _ -> {}
            case TooManyDocuments _ -> log.warn("There is no room for document {} now", id);
            default -> log.error("Document {} cannot be loaded", id, loss);
        }
        recent.clear();
        audience.end(endingAfter(loss));
    }

    private static Ending endingAfter(Throwable loss) {
        return switch (loss) {
            case DocumentNotFound _ -> Ending.NOT_FOUND;
            case TooManyDocuments _ -> Ending.NO_ROOM;
            default -> Ending.OVERLOAD;
        };
    }

    Questions questions() {
        return services.questions();
    }

    /// Answers with what the peer lacks, then asks for what the server lacks.
    ///
    /// @return how many bytes the answer has
    private long answer(Participant peer, byte[] stateVector) {
        if (peer.hasEnded()) {
            return 0;
        }
        Optional<Answers.Answer> found = whatLacks(peer, stateVector);
        found.ifPresent(answer -> {
            peer.send(new SyncMessage.Step2(answer.missing()));
            peer.send(new SyncMessage.Step1(answer.stateVector()));
            peer.follow(answer.stateVector(), recent.head());
            peer.show(presence.everybody());
            audience.hasNews();
        });
        return found.map(answer -> (long) answer.missing().length).orElse(0L);
    }

    private Optional<Answers.Answer> whatLacks(Participant peer, byte[] stateVector) {
        try {
            return Optional.of(answers.to(stateVector, document.get()));
        } catch (InvalidStateVector malformed) {
            peer.end(Ending.MALFORMED);
        } catch (RuntimeException failure) {
            log.error("Document {} could not say what somebody lacks", id, failure);
            peer.end(Ending.OVERLOAD);
            readDocument();
        }
        return Optional.empty();
    }

    private void take(Participant author, byte[] update) {
        try {
            if (!document.get().brings(update)) {
                author.acknowledge(update, record.lastAppend());
            } else if (!author.access().includes(Access.WRITE)) {
                author.refuse("read-only");
            } else if (!record.hasSpaceFor(update, document.get())) {
                author.refuse("too-large");
            } else if (services.memory().isFull()) {
                author.end(Ending.OVERLOAD);
            } else {
                integrate(update, new Origin.FromParticipant(author));
            }
        } catch (InvalidUpdate malformed) {
            author.end(Ending.MALFORMED);
        } catch (RuntimeException failure) {
            log.error(
                    "An update of {} bytes by member {} was refused by document {}",
                    update.length,
                    author.member(),
                    id,
                    failure);
            author.refuse("not-understood");
            readDocument();
        }
    }

    private void integrate(byte[] update, Origin origin) {
        document.get().apply(update);
        answers.clear();
        audience.hasNews();
        switch (origin) {
            case Origin.FromParticipant(Participant author) -> {
                recent.add(update, author);
                record.append(update, author);
            }
            case Origin.FromLog(LoggedUpdate logged) -> {
                recent.add(update, null);
                record.took(logged);
            }
        }
    }

    private void takeFromLog(LoggedUpdate update) {
        if (!document.isOpen() || record.knows(update) || !record.isTurnOf(update)) {
            return;
        }
        try {
            integrate(update.bytes(), new Origin.FromLog(update));
        } catch (InvalidUpdate malformed) {
            log.error(
                    "Update {} of document {} cannot be read and is left out",
                    update.sequence(),
                    id,
                    malformed);
            record.leftOut(update);
        } catch (RuntimeException failure) {
            log.error("Update {} was refused by document {}", update.sequence(), id, failure);
            readDocument();
        }
    }

    /// Other nodes see for themselves who of theirs is gone.
    private void expire() {
        Set<Long> ours =
                presence.ours().stream().map(ClientState::clientId).collect(Collectors.toSet());
        List<ClientState> gone = presence.expire(now());
        audience.show(gone);
        announcements.add(gone.stream().filter(one -> ours.contains(one.clientId())).toList());
    }

    private void tell(List<ClientState> states) {
        audience.show(states);
        announcements.add(states);
    }

    private Instant now() {
        return services.clock().instant();
    }
}
