package org.rotfaden.realtime.socket;

import io.github.bucket4j.Bucket;
import java.time.Duration;
import org.rotfaden.realtime.rooms.LiveLimits;

/// How fast one connection may speak: a sustained rate, and twice as much in one breath.
public final class Pace {

    /// What a peer holds back while nobody listens ends with its own buffers.
    private static final Duration LONGEST = Duration.ofSeconds(60);

    private final LiveLimits limits;
    private final Bucket updates;
    private final Bucket messages;
    private final Bucket entrances;

    Pace(LiveLimits limits) {
        this.limits = limits;
        this.updates = perSecond(limits.updatesPerSecond());
        this.messages = perSecond(limits.messagesPerSecond());
        this.entrances = perSecond(limits.documentsPerConnection());
    }

    boolean mayUpdate() {
        return updates.tryConsume(1);
    }

    /// Whether the peer may say so much more.
    public boolean maySpeak(int things) {
        return things == 0 || messages.tryConsume(things);
    }

    /// Whether the peer may come into one more document: as many in a second as it may be in.
    boolean mayEnter() {
        return entrances.tryConsume(1);
    }

    /// What piled up at the peer while nobody listened may come at once.
    void allowFor(Duration unheard) {
        allow(updates, limits.updatesPerSecond(), unheard);
        allow(messages, limits.messagesPerSecond(), unheard);
    }

    private static void allow(Bucket bucket, int rate, Duration unheard) {
        long more = rate * Math.min(unheard.toMillis(), LONGEST.toMillis()) / 1_000;
        if (more > 0) {
            bucket.forceAddTokens(more);
        }
    }

    private static Bucket perSecond(int rate) {
        return Bucket.builder()
                .addLimit(limit ->
                        limit.capacity(2L * rate).refillGreedy(rate, Duration.ofSeconds(1)))
                .build();
    }
}
