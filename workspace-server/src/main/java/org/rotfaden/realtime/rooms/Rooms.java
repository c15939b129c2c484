package org.rotfaden.realtime.rooms;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.rotfaden.beat.Beat;
import org.rotfaden.crdt.SharedDocument;
import org.rotfaden.realtime.Access;
import org.rotfaden.realtime.DocumentId;
import org.rotfaden.realtime.bus.Bus;
import org.rotfaden.realtime.bus.BusMessage;
import org.rotfaden.realtime.bus.NodeId;
import org.rotfaden.realtime.log.UpdateLog;
import org.rotfaden.security.MemberId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// The rooms of this node: a room opens with the first who needs its document and closes some time
/// after the last one left.
@Component
public class Rooms implements SmartLifecycle {

    private static final Duration TICK = Duration.ofMillis(500);
    private static final int TICKS_BETWEEN_BEATS = 3;
    private static final CompletableFuture<?> NOTHING = CompletableFuture.completedFuture(null);

    /// How long the server waits at its end for what was said to be done.
    private static final Duration LAST_WORDS = Duration.ofSeconds(5);

    /// A room and since when nobody needed it; changed only inside the map's compute.
    private record Held(Room room, int claims, Instant released) {

        Held claimed() {
            return new Held(room, claims + 1, released);
        }

        Held released(Instant now) {
            return new Held(room, claims - 1, now);
        }
    }

    private final Map<DocumentId, Held> rooms = new ConcurrentHashMap<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final RoomServices services;
    private final Tellings tellings;
    private final Beat ticker = new Beat("rooms", TICK, this::tick);
    private Runnable unsubscribe = () -> {};
    private CompletableFuture<?> beating = NOTHING;
    private int ticks;

    Rooms(
            NodeId node,
            UpdateLog updates,
            Snapshots snapshots,
            Bus bus,
            ApplicationEventPublisher events,
            LiveLimits limits,
            RoomMemory memory,
            Clock clock) {
        this.tellings = new Tellings(updates, events, this::hasReached, limits, clock, threads);
        this.services =
                new RoomServices(
                        node,
                        updates,
                        snapshots,
                        bus,
                        tellings,
                        new Intake(updates, limits),
                        new Questions(limits),
                        memory,
                        new ReadingTurns(),
                        limits,
                        clock,
                        threads);
    }

    /// Whether there is room for one more stay of somebody; whoever is in many rooms finds less.
    public boolean admits(MemberId member, DocumentId document) {
        letGoOfDeserted();
        return services.memory().admits(member, rooms.size(), isOpen(document));
    }

    /// Opens a stay in a document's room. The caller ends it with [#leave].
    public Participant join(
            DocumentId document, Person person, Access access, Framing framing, Outlet outlet) {
        Room room = claim(document);
        services.memory().begin(person.member());
        var participant = new Participant(room, person, access, framing, outlet, threads);
        room.join(participant);
        return participant;
    }

    /// Ends a stay after what the participant said before; the room may close afterwards.
    public void leave(Participant participant) {
        participant.leave();
        services.memory().end(participant.member());
        release(participant.room());
    }

    /// Asks a document something, wherever it is.
    ///
    /// @param reader for whom, or null for the node itself
    public <T> CompletableFuture<T> read(
            DocumentId document, @Nullable MemberId reader, Function<SharedDocument, T> question) {
        letGoOfDeserted();
        Room room = claim(document);
        return room.read(reader, question).whenComplete((_, _) -> release(room));
    }

    /// Whether a document's room is open.
    public boolean isOpen(DocumentId document) {
        return rooms.containsKey(document);
    }

    @Override
    public void start() {
        unsubscribe = services.bus().subscribe(services.node(), new Others());
        ticker.start();
        tellings.start();
    }

    @Override
    public void stop() {
        unsubscribe.run();
        ticker.stop();
        closeAll();
    }

    @Override
    public boolean isRunning() {
        return ticker.isRunning();
    }

    /// After the log starts, before the doors open.
    @Override
    public int getPhase() {
        return 1;
    }

    /// What clients said before the connections ended is handed to the log before that ends too.
    private void closeAll() {
        CompletableFuture<?>[] closing =
                rooms.values().stream()
                        .map(held -> held.room().close())
                        .toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(closing)
                .completeOnTimeout(null, LAST_WORDS.toMillis(), TimeUnit.MILLISECONDS)
                .join();
    }

    /// Whoever comes after a room lost its document gets a new room, however many have not left the
    /// old one yet.
    private Room claim(DocumentId document) {
        Held held =
                rooms.compute(
                        document,
                        (id, open) ->
                                (open == null || open.room().isLost() ? opened(id) : open)
                                        .claimed());
        return held.room();
    }

    private Held opened(DocumentId document) {
        return new Held(new Room(document, services), 0, services.clock().instant());
    }

    private void release(Room room) {
        rooms.computeIfPresent(
                room.id(),
                (_, held) ->
                        held.room() == room ? held.released(services.clock().instant()) : held);
    }

    /// Hears what happens to documents on other nodes.
    private final class Others implements Bus.Listener {

        @Override
        public void heard(BusMessage message) {
            if (message instanceof BusMessage.OfDocument ofDocument) {
                Held held = rooms.get(ofDocument.document());
                if (held != null) {
                    held.room().receive(ofDocument);
                }
            }
        }

        @Override
        public void mayHaveMissed() {
            rooms.values().forEach(held -> held.room().mayHaveMissed());
            threads.execute(() -> Inbox.run(Rooms.this::beat));
        }
    }

    /// A room that is not open will read all of its log.
    private boolean hasReached(DocumentId document, long sequence) {
        Held held = rooms.get(document);
        return held == null || held.room().hasReached(sequence);
    }

    /// Finds out what no other node has said, or what got lost on the way.
    private void beat() {
        if (!rooms.isEmpty()) {
            services.log()
                    .lastSequences(rooms.keySet())
                    .forEach((document, sequence) ->
                            Optional.ofNullable(rooms.get(document))
                                    .ifPresent(held -> held.room().reaches(sequence)));
        }
    }

    private void tick() {
        Instant longAgo = services.clock().instant().minus(services.limits().idle());
        for (DocumentId document : rooms.keySet()) {
            Inbox.run(() -> {
                var _ = closeIfDeserted(document, longAgo);
            });
        }
        rooms.values().forEach(held -> Inbox.run(held.room()::tick));
        Inbox.run(this::letGoOfDeserted);
        Inbox.run(tellings::tick);
        ticks = (ticks + 1) % TICKS_BETWEEN_BEATS;
        if (ticks == 0 && beating.isDone()) {
            beating = CompletableFuture.runAsync(() -> Inbox.run(this::beat), threads);
        }
    }

    /// Where memory is scarce no room stays open for somebody who may come back.
    private void letGoOfDeserted() {
        if (!services.memory().isScarce(rooms.size())) {
            return;
        }
        CompletableFuture<?>[] closing =
                rooms.entrySet().stream()
                        .filter(entry -> entry.getValue().claims() == 0)
                        .map(entry -> closeIfDeserted(entry.getKey(), Instant.MAX))
                        .toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(closing)
                .completeOnTimeout(null, TICK.toMillis(), TimeUnit.MILLISECONDS)
                .join();
    }

    /// @param before when the last one must have left
    /// @return completes when the room has given its document back, if it may
    private CompletableFuture<?> closeIfDeserted(DocumentId document, Instant before) {
        var closing = new AtomicReference<CompletableFuture<?>>(NOTHING);
        rooms.computeIfPresent(
                document,
                (_, held) -> {
                    if (held.claims() > 0 || !mayClose(held, before)) {
                        return held;
                    }
                    closing.set(held.room().close());
                    return null;
                });
        return closing.get();
    }

    private static boolean mayClose(Held held, Instant before) {
        return held.room().isLost()
                || (held.released().isBefore(before) && held.room().isSettled());
    }
}
