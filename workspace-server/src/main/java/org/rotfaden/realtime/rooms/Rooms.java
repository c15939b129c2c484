package org.rotfaden.realtime.rooms;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.rotfaden.crdt.SharedDocument;
import org.rotfaden.realtime.Access;
import org.rotfaden.realtime.DocumentEvent;
import org.rotfaden.realtime.DocumentId;
import org.rotfaden.realtime.bus.BusMessage;
import org.rotfaden.realtime.bus.NodeId;
import org.rotfaden.realtime.bus.UpdateBus;
import org.rotfaden.realtime.log.UpdateLog;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// The rooms of this node: a room opens with the first who needs its document and closes some time
/// after the last one left.
@Component
public class Rooms implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Rooms.class);
    private static final long TICK_MILLIS = 500;

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
    private final ApplicationEventPublisher events;
    private @Nullable ScheduledExecutorService ticker;
    private Runnable unsubscribe = () -> {};

    Rooms(
            UpdateLog updates,
            Snapshots snapshots,
            UpdateBus bus,
            ApplicationEventPublisher events,
            LiveLimits limits,
            Clock clock) {
        this.events = events;
        this.services =
                new RoomServices(
                        NodeId.random(),
                        updates,
                        snapshots,
                        bus,
                        this::changed,
                        limits,
                        clock,
                        threads);
    }

    /// Opens a stay in a document's room. The caller ends it with [Participant#leave].
    public Participant join(
            DocumentId document, Person person, Access access, Framing framing, Outlet outlet) {
        Room room = claim(document);
        var participant = new Participant(room, person, access, framing, outlet, threads);
        room.join(participant);
        return participant;
    }

    /// Ends a stay; the room may close afterwards.
    public void leave(Participant participant) {
        participant.leave();
        release(participant.document());
    }

    /// Asks a document something, wherever it is.
    public <T> CompletableFuture<T> read(
            DocumentId document, Function<SharedDocument, T> question) {
        return claim(document).read(question).whenComplete((_, _) -> release(document));
    }

    /// Whether a document's room is open.
    boolean isOpen(DocumentId document) {
        return rooms.containsKey(document);
    }

    @Override
    public void start() {
        unsubscribe = services.bus().subscribe(services.node(), this::receive);
        ticker =
                Executors.newSingleThreadScheduledExecutor(
                        Thread.ofPlatform().daemon().name("rooms").factory());
        var _ =
                ticker.scheduleWithFixedDelay(
                        this::tick, TICK_MILLIS, TICK_MILLIS, TimeUnit.MILLISECONDS);
        threads.execute(this::tellWhatWasLeftUntold);
    }

    @Override
    public void stop() {
        unsubscribe.run();
        if (ticker != null) {
            ticker.shutdownNow();
            ticker = null;
        }
        rooms.values().forEach(held -> held.room().close());
    }

    @Override
    public boolean isRunning() {
        return ticker != null;
    }

    /// After the log starts, before the doors open.
    @Override
    public int getPhase() {
        return 1;
    }

    private Room claim(DocumentId document) {
        Held held =
                rooms.compute(document, (id, open) -> (open == null ? opened(id) : open).claimed());
        return held.room();
    }

    private Held opened(DocumentId document) {
        return new Held(new Room(document, services), 0, services.clock().instant());
    }

    private void release(DocumentId document) {
        rooms.computeIfPresent(document, (_, held) -> held.released(services.clock().instant()));
    }

    private void receive(BusMessage message) {
        Held held = rooms.get(message.document());
        if (held != null) {
            held.room().receive(message);
        }
    }

    private void tick() {
        try {
            rooms.keySet().forEach(this::closeIfDeserted);
            rooms.values().forEach(held -> held.room().tick());
        } catch (RuntimeException failure) {
            log.error("The rooms' routine failed", failure);
        }
    }

    private void closeIfDeserted(DocumentId document) {
        rooms.computeIfPresent(
                document,
                (_, held) -> {
                    if (held.claims() > 0 || !mayClose(held)) {
                        return held;
                    }
                    held.room().close();
                    return null;
                });
    }

    private boolean mayClose(Held held) {
        Instant since = services.clock().instant().minus(services.limits().idle());
        return held.room().hasFailed()
                || (held.released().isBefore(since) && held.room().isSettled());
    }

    private void changed(Room room, long sequence) {
        threads.execute(() -> tellChanged(room.id(), sequence));
    }

    private void tellWhatWasLeftUntold() {
        for (DocumentId document : services.log().untold()) {
            tellChanged(document, services.log().load(document).sequence());
        }
    }

    private void tellChanged(DocumentId document, long sequence) {
        try {
            services.log()
                    .subjectOf(document)
                    .ifPresent(subject ->
                            events.publishEvent(new DocumentEvent.Changed(document, subject)));
            services.log().markTold(document, sequence);
        } catch (RuntimeException failure) {
            log.error(
                    "Nobody could be told that document {} changed; it is tried again at the next"
                            + " start",
                    document,
                    failure);
        }
    }
}
