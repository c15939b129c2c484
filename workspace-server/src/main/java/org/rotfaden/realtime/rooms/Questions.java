package org.rotfaden.realtime.rooms;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.rotfaden.security.MemberId;

/// How much a member may ask of this node. Few questions of hers are answered at once, and their
/// answers are counted: beyond three largest documents she waits for the next one. On the whole
/// node few are made at once, for an answer is as large as its document.
final class Questions {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int AT_ONCE = 2;
    private static final int REMEMBERED = 50_000;

    private record Allowance(Semaphore places, Bucket bytes) {}

    private final Cache<MemberId, Allowance> allowances =
            Caffeine.newBuilder()
                    .maximumSize(REMEMBERED)
                    .expireAfterAccess(Duration.ofHours(1))
                    .build();
    private final Semaphore making = new Semaphore(AT_ONCE, true);
    private final long most;
    private final long perSecond;

    Questions(LiveLimits limits) {
        this.most = 3 * limits.document().toBytes();
        this.perSecond = limits.answersPerSecond().toBytes();
    }

    /// Waits until a member may ask, and for no longer than some seconds.
    ///
    /// @return whether she may; then [#end] has to follow
    boolean begin(MemberId member) {
        Allowance hers = allowance(member);
        try {
            if (!hers.places().tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                return false;
            }
            if (hers.bytes().asBlocking().tryConsume(1, PATIENCE)) {
                return true;
            }
            hers.places().release();
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
        }
        return false;
    }

    /// Makes an answer when there is a place for it, for which nobody waits longer than some
    /// seconds. The document has to be there: what waits for others holds no place.
    ///
    /// @param answer returns how many bytes it has
    /// @return nothing when it was not made
    OptionalLong make(LongSupplier answer) {
        try {
            if (!making.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                return OptionalLong.empty();
            }
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
            return OptionalLong.empty();
        }
        try {
            return OptionalLong.of(answer.getAsLong());
        } finally {
            making.release();
        }
    }

    /// The question was answered with so many bytes, or not at all.
    void end(MemberId member, long bytes) {
        Allowance hers = allowance(member);
        if (bytes > 0) {
            hers.bytes().consumeIgnoringRateLimits(bytes);
        }
        hers.places().release();
    }

    private Allowance allowance(MemberId member) {
        return allowances.get(
                member,
                _ ->
                        new Allowance(
                                new Semaphore(AT_ONCE),
                                Bucket.builder()
                                        .addLimit(limit ->
                                                limit.capacity(most)
                                                        .refillGreedy(
                                                                perSecond, Duration.ofSeconds(1)))
                                        .build()));
    }
}
