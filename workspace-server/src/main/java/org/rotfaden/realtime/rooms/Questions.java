package org.rotfaden.realtime.rooms;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import java.time.Duration;
import org.rotfaden.security.MemberId;

/// How much a member may ask of this node: what a document holds is counted before the answer is
/// made, and what the answer did not take is given back. Whoever asks for a large document again
/// and again waits; opening many is free, twice over.
final class Questions {

    private static final int REMEMBERED = 50_000;

    private final Cache<MemberId, Bucket> allowances =
            Caffeine.newBuilder()
                    .maximumSize(REMEMBERED)
                    .expireAfterAccess(Duration.ofHours(1))
                    .build();
    private final long atOnce;
    private final long perSecond;

    Questions(LiveLimits limits) {
        this.atOnce = 3 * limits.document().toBytes();
        this.perSecond = limits.answersPerSecond().toBytes();
    }

    /// Waits until a member may ask for so many bytes, or the thread is to end.
    void await(MemberId member, long bytes) {
        try {
            allowance(member).asBlocking().consume(within(bytes));
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
        }
    }

    /// The answer was smaller than what was counted.
    void giveBack(MemberId member, long bytes) {
        if (bytes > 0) {
            allowance(member).addTokens(within(bytes));
        }
    }

    private long within(long bytes) {
        return Math.clamp(bytes, 1, atOnce);
    }

    private Bucket allowance(MemberId member) {
        return allowances.get(
                member,
                _ ->
                        Bucket.builder()
                                .addLimit(limit ->
                                        limit.capacity(atOnce)
                                                .refillGreedy(perSecond, Duration.ofSeconds(1)))
                                .build());
    }
}
