package org.rotfaden.security;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/// How fast a member makes things: many at once, and then one after the other. No hand is as fast;
/// a program that is slows itself, and fills neither the lists of all nor the server's disk. Each
/// node counts for itself.
@Component
@EnableConfigurationProperties(PaceLimits.class)
public class Pace {

    private static final int REMEMBERED = 100_000;

    private record Count(MemberId member, PaceLimits.Limit limit) {}

    private final PaceLimits limits;
    private final LoadingCache<Count, Bucket> counts;

    @Autowired
    Pace(PaceLimits limits) {
        this(limits, TimeMeter.SYSTEM_MILLISECONDS);
    }

    Pace(PaceLimits limits, TimeMeter time) {
        this.limits = limits;
        this.counts =
                Caffeine.newBuilder()
                        .maximumSize(REMEMBERED)
                        .build(count -> bucket(count.limit(), time));
    }

    /// Counts a thing of which everybody sees a list: a motion, a group.
    ///
    /// @throws TooFast when it is too many
    public void begin(MemberId member) {
        take(member, limits.beginning());
    }

    /// Counts what somebody says where others talk.
    ///
    /// @throws TooFast when it is too much
    public void post(MemberId member) {
        take(member, limits.posting());
    }

    /// Counts a request by a program that changes something.
    ///
    /// @throws TooFast when it is too many
    public void change(MemberId member) {
        take(member, limits.changing());
    }

    /// Counts a file that comes, whether it is kept or not.
    ///
    /// @throws TooFast when it is too many
    public void upload(MemberId member) {
        take(member, limits.uploading());
    }

    /// Counts what a page of a member tells of her hands.
    ///
    /// @param most how much it tells at once, 1 at the least
    /// @return how long to wait before it is done
    public Duration act(MemberId member, int most) {
        return Duration.ofNanos(
                counts.get(new Count(member, limits.acting())).consumeIgnoringRateLimits(most));
    }

    private void take(MemberId member, PaceLimits.Limit limit) {
        var probe = counts.get(new Count(member, limit)).tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) {
            throw new TooFast(Duration.ofNanos(probe.getNanosToWaitForRefill()));
        }
    }

    private static Bucket bucket(PaceLimits.Limit limit, TimeMeter time) {
        return Bucket.builder()
                .withCustomTimePrecision(time)
                .addLimit(bandwidth ->
                        bandwidth.capacity(limit.atOnce()).refillGreedy(1, limit.each()))
                .build();
    }
}
