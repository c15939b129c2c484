package org.rotfaden.members;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.BlockingStrategy;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/// Slows down guessing of passwords, and not those who know theirs. Only failures count.
///
/// A browser in which the member has logged in before has a count of its own. Whoever tries from
/// elsewhere stands in line when there were failures: from the same network for the same account,
/// from all networks for that account, or from that network for all accounts. The line moves, so
/// that the right password gets in after a while. A network has one place in it for an account and
/// ten for all; one that has not failed yet stands in another line, so that attempts from many
/// places keep nobody out.
@Component
class LoginAttempts {

    /// The longest that an attempt stands in line.
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    /// What whoever has no place in the line is told to wait.
    private static final Duration FOR_A_PLACE = Duration.ofSeconds(10);

    private static final int REMEMBERED = 100_000;
    private static final int PLACES_OF_A_NETWORK = 10;
    private static final int MOST_IN_LINE = 2_000;

    private record Attempted(String account, String from) {}

    private final Cache<Attempted, Bucket> buckets =
            Caffeine.newBuilder()
                    .maximumSize(REMEMBERED)
                    .expireAfterAccess(Duration.ofHours(1))
                    .build();
    private final Set<Attempted> places = ConcurrentHashMap.newKeySet();

    /// Comparing a password takes all of a processor for a moment.
    private final Semaphore comparing =
            new Semaphore(Runtime.getRuntime().availableProcessors(), true);

    private final KnownBrowsers browsers;
    private final TimeMeter time;
    private final BlockingStrategy waiting;

    @Autowired
    LoginAttempts(KnownBrowsers browsers) {
        this(browsers, TimeMeter.SYSTEM_MILLISECONDS, BlockingStrategy.PARKING);
    }

    /// @param waiting how an attempt stands in line
    LoginAttempts(KnownBrowsers browsers, TimeMeter time, BlockingStrategy waiting) {
        this.browsers = browsers;
        this.time = time;
        this.waiting = waiting;
    }

    /// Asks whether somebody knows a password. An attempt counts when she does not; whom nobody
    /// could answer has not guessed. May take as long as [#PATIENCE], so no transaction may be
    /// open.
    ///
    /// @throws TooManyAttempts when there were too many failures
    <T> Optional<T> attempt(Email account, Whence whence, Supplier<Optional<T>> question) {
        Optional<Secret> known =
                whence.browser().filter(browser -> browsers.knows(account, browser));
        return known.isPresent()
                ? attemptOfOne(account.value(), known.get().value(), question)
                : ask(pass(new Attempted(account.value(), whence.network())), question);
    }

    /// The same for somebody who is known already, and does not stand in line.
    ///
    /// @param who tells them apart
    <T> Optional<T> attemptOfOne(String account, String who, Supplier<Optional<T>> question) {
        Bucket own = bucket(new Attempted(account, who), 10, Duration.ofSeconds(30));
        if (!own.tryConsume(1)) {
            throw refusal(own);
        }
        return ask(List.of(own), question);
    }

    /// Goes through at once, or stands in line.
    private List<Bucket> pass(Attempted from) {
        List<Bucket> line = lineOf(from);
        List<Bucket> passed = new ArrayList<>();
        for (Bucket bucket : line) {
            if (!bucket.tryConsume(1)) {
                return standInLine(from, line, passed);
            }
            passed.add(bucket);
        }
        return passed;
    }

    private List<Bucket> lineOf(Attempted from) {
        Bucket all =
                buckets.getIfPresent(from) == null
                        ? bucket(new Attempted(from.account(), "new"), 50, Duration.ofSeconds(1))
                        : bucket(new Attempted(from.account(), ""), 50, Duration.ofSeconds(3));
        return List.of(
                bucket(from, 5, Duration.ofSeconds(10)),
                all,
                bucket(new Attempted("", from.from()), 1_000, Duration.ofMillis(500)));
    }

    /// @param passed where it has gone through already
    private List<Bucket> standInLine(Attempted from, List<Bucket> line, List<Bucket> passed) {
        if (placesOf(from.from()) >= PLACES_OF_A_NETWORK
                || places.size() >= MOST_IN_LINE
                || !places.add(from)) {
            passed.forEach(bucket -> bucket.addTokens(1));
            throw new TooManyAttempts(FOR_A_PLACE);
        }
        long since = time.currentTimeNanos();
        try {
            for (Bucket bucket : line.subList(passed.size(), line.size())) {
                long left = PATIENCE.toNanos() - (time.currentTimeNanos() - since);
                if (!standIn(bucket, left)) {
                    passed.forEach(behind -> behind.addTokens(1));
                    throw refusal(bucket);
                }
                passed.add(bucket);
            }
        } finally {
            places.remove(from);
        }
        return passed;
    }

    private long placesOf(String network) {
        return places.stream().filter(place -> place.from().equals(network)).count();
    }

    private boolean standIn(Bucket bucket, long nanos) {
        try {
            return nanos > 0 && bucket.asBlocking().tryConsume(1, nanos, waiting);
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private <T> Optional<T> ask(List<Bucket> passed, Supplier<Optional<T>> question) {
        boolean isFailure = false;
        comparing.acquireUninterruptibly();
        try {
            Optional<T> known = question.get();
            isFailure = known.isEmpty();
            return known;
        } finally {
            comparing.release();
            if (!isFailure) {
                passed.forEach(bucket -> bucket.addTokens(1));
            }
        }
    }

    private static TooManyAttempts refusal(Bucket bucket) {
        return new TooManyAttempts(
                Duration.ofNanos(bucket.estimateAbilityToConsume(1).getNanosToWaitForRefill()));
    }

    private Bucket bucket(Attempted attempted, int capacity, Duration oneEvery) {
        return buckets.get(
                attempted,
                _ ->
                        Bucket.builder()
                                .withCustomTimePrecision(time)
                                .addLimit(
                                        Bandwidth.builder()
                                                .capacity(capacity)
                                                .refillIntervally(1, oneEvery)
                                                .build())
                                .build());
    }
}
