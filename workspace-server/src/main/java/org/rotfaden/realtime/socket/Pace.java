package org.rotfaden.realtime.socket;

import io.github.bucket4j.Bucket;
import java.time.Duration;
import org.rotfaden.realtime.rooms.LiveLimits;

/// How fast one connection may speak: a sustained rate, and twice as much in one breath.
final class Pace {

    private final Bucket updates;
    private final Bucket messages;

    Pace(LiveLimits limits) {
        this.updates = perSecond(limits.updatesPerSecond());
        this.messages = perSecond(limits.messagesPerSecond());
    }

    boolean mayUpdate() {
        return updates.tryConsume(1);
    }

    boolean maySpeak() {
        return messages.tryConsume(1);
    }

    private static Bucket perSecond(int rate) {
        return Bucket.builder()
                .addLimit(limit ->
                        limit.capacity(2L * rate).refillGreedy(rate, Duration.ofSeconds(1)))
                .build();
    }
}
