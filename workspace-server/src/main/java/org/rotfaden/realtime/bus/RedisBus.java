package org.rotfaden.realtime.bus;

import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import java.time.Duration;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.rotfaden.http.SpareMemory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.NestedExceptionUtils;

/// The bus of a workspace that runs on several nodes: pub/sub of Redis, on one channel for all of
/// the workspace. While Redis is gone nothing is carried and nobody waits; when it is back, all who
/// listen hear that they may have missed something.
final class RedisBus implements Bus, SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(RedisBus.class);

    /// What a message costs besides its bytes.
    private static final int AROUND_A_MESSAGE = 256;

    private static final Duration BETWEEN_PINGS = Duration.ofSeconds(1);

    private static final Duration BETWEEN_LOSSES = Duration.ofMillis(300);

    /// Chance decides, so that not all nodes come at once to a Redis that is back.
    private static final long LONGEST_PAUSE_MILLIS = 500;

    /// Stands for what was not carried: everybody looks for what may be missing.
    private static final byte[] LOSS = new byte[0];

    private final RedisURI place;
    private final Supplier<Seal> seals;
    private final Listeners listeners = new Listeners();

    /// How much may be on its way to Redis, and come from there and wait for its turn.
    private final long most =
            Math.max(4L * WireFormat.LARGEST, SpareMemory.TOLD_BETWEEN_NODES.bytes() / 2);

    private final AtomicLong underway = new AtomicLong();
    private final AtomicLong waiting = new AtomicLong();
    private final LinkedBlockingQueue<byte[]> arrived = new LinkedBlockingQueue<>();

    /// Whether this node has kept something from the others, and others something from this one.
    private final AtomicBoolean hasDropped = new AtomicBoolean();

    private final AtomicBoolean mayHaveMissed = new AtomicBoolean();
    private volatile @Nullable RedisLine line;
    private volatile boolean isRunning;
    private boolean isGone;
    private long toldOfLoss = System.nanoTime() - BETWEEN_LOSSES.toNanos();
    private Thread carrier = Thread.ofVirtual().unstarted(() -> {});
    private Thread reader = carrier;

    /// @param place where Redis is
    /// @param seals gives a new one each time
    RedisBus(RedisURI place, Supplier<Seal> seals) {
        this.place = place;
        this.seals = seals;
    }

    @Override
    public State state() {
        return line == null ? State.CUT_OFF : State.REACHED;
    }

    @Override
    public Runnable subscribe(NodeId node, Listener listener) {
        return listeners.add(node, listener);
    }

    @Override
    public void publish(BusMessage message) {
        RedisLine open = line;
        if (open == null) {
            return;
        }
        if (hasDropped.getAndSet(false)) {
            say(open, LOSS);
        }
        WireFormat.encode(message)
                .ifPresentOrElse(content -> say(open, content), () -> leaveOut(message));
    }

    /// Of presence nothing can be found elsewhere: it comes again with the next movement.
    private void leaveOut(BusMessage message) {
        hasDropped.compareAndSet(false, !(message instanceof BusMessage.Presence));
    }

    private void say(RedisLine open, byte[] content) {
        if (!admits(content, underway)) {
            hasDropped.set(true);
            return;
        }
        try {
            var _ = open.say(content).whenComplete((_, failure) -> said(open, content, failure));
        } catch (RuntimeException failure) {
            said(open, content, failure);
        }
    }

    private void said(RedisLine on, byte[] content, @Nullable Throwable failure) {
        done(content, underway);
        if (failure != null && !hasDropped.getAndSet(true) && on.isOpen()) {
            log.warn("Redis does not take what this node says: {}", failure.toString());
        }
    }

    private boolean admits(byte[] content, AtomicLong together) {
        if (together.addAndGet(AROUND_A_MESSAGE + content.length) <= most) {
            return true;
        }
        done(content, together);
        return false;
    }

    private static void done(byte[] content, AtomicLong together) {
        together.addAndGet(-AROUND_A_MESSAGE - content.length);
    }

    /// In a thread of Redis, which must not wait.
    private void arrive(byte[] content) {
        if (admits(content, waiting)) {
            arrived.add(content);
        } else {
            mayHaveMissed.set(true);
        }
    }

    private void readUntilStopped() {
        while (isRunning) {
            try {
                byte[] content = arrived.poll(BETWEEN_LOSSES.toMillis(), TimeUnit.MILLISECONDS);
                if (content != null) {
                    done(content, waiting);
                    tell(content);
                }
                tellOfLoss();
            } catch (InterruptedException stopped) {
                return;
            } catch (Throwable failure) {
                log.error("What another node says could not be heard", failure);
                mayHaveMissed.set(true);
            }
        }
    }

    private void tell(byte[] content) {
        WireFormat.decode(content).ifPresentOrElse(listeners::tell, () -> mayHaveMissed.set(true));
    }

    /// Once for all that got lost in a moment.
    private void tellOfLoss() {
        long now = System.nanoTime();
        if (mayHaveMissed.get() && now - toldOfLoss > BETWEEN_LOSSES.toNanos()) {
            toldOfLoss = now;
            mayHaveMissed.set(false);
            listeners.tellOfLoss();
        }
    }

    private void carryUntilStopped() {
        RedisClient client = RedisLine.client();
        try {
            while (isRunning) {
                carry(client);
                Thread.sleep(ThreadLocalRandom.current().nextLong(LONGEST_PAUSE_MILLIS));
            }
        } catch (InterruptedException stopped) {
            // said by whoever interrupts
        } finally {
            RedisLine.end(client);
        }
    }

    /// For as long as a connection lasts.
    private void carry(RedisClient client) throws InterruptedException {
        try (RedisLine open = RedisLine.open(client, place, seals, this::arrive)) {
            if (isGone) {
                log.info("Redis is reached again");
            }
            isGone = false;
            line = open;
            mayHaveMissed.set(true);
            say(open, LOSS);
            open.awaitEnd(BETWEEN_PINGS);
        } catch (InterruptedException stopped) {
            throw stopped;
        } catch (Throwable failure) {
            if (!isGone) {
                log.warn(
                        "Redis cannot be reached: {}",
                        NestedExceptionUtils.getMostSpecificCause(failure).toString());
            }
            isGone = true;
        } finally {
            line = null;
        }
    }

    @Override
    public void start() {
        isRunning = true;
        carrier = Thread.ofPlatform().daemon().name("bus").start(this::carryUntilStopped);
        reader = Thread.ofPlatform().daemon().name("bus-reader").start(this::readUntilStopped);
    }

    @Override
    public void stop() {
        isRunning = false;
        carrier.interrupt();
        reader.interrupt();
    }

    @Override
    public boolean isRunning() {
        return isRunning;
    }

    /// Before all who have something to say, and after them.
    @Override
    public int getPhase() {
        return -1;
    }
}
