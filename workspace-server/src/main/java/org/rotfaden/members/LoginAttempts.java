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
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/// Slows down guessing of passwords, and not those who know theirs. Only failures count.
///
/// A browser in which the member has logged in before has a count of its own. Whoever tries from
/// elsewhere stands in line when there were failures: from the same network for the same account,
/// from all networks for that account, or from that network for all accounts. The line moves, so
/// that the right password gets in after a while. A network has ten places in it for an account and
/// fifty for all, and chance decides whose turn it is: whoever is always there keeps nobody out. A
/// network that has not failed yet stands in another line, so that attempts from many places keep
/// nobody out.
@Component
class LoginAttempts {

    /// The longest that an attempt stands in line.
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    /// What whoever has no place in the line is told to wait.
    private static final Duration FOR_A_PLACE = Duration.ofSeconds(10);

    private static final int REMEMBERED = 100_000;
    private static final int PLACES_FOR_AN_ACCOUNT = 10;
    private static final int PLACES_OF_A_NETWORK = 50;
    private static final int MOST_IN_LINE = 2_000;

    /// Within this time chance decides who is the first to see that it could be her turn.
    private static final Duration CHANCE = Duration.ofSeconds(1);

    private record Attempted(String account, String from) {}

    private final Cache<Attempted, Bucket> ofMembers;

    /// However many accounts somebody makes up, nothing that is counted of a member is forgotten.
    private final Cache<Attempted, Bucket> ofNobody;

    /// How many stand in line.
    private final ConcurrentHashMap<Attempted, Integer> waitingFor = new ConcurrentHashMap<>();

    /// Comparing a password takes all of a processor for a moment.
    private final Semaphore comparing = oneForEachProcessor();

    /// No more strangers than can go on wait for that, so that they stand before nobody who is
    /// known.
    private final Semaphore strangers = oneForEachProcessor();

    private final Members members;
    private final KnownBrowsers browsers;
    private final TimeMeter time;
    private final BlockingStrategy waiting;

    @Autowired
    LoginAttempts(Members members, KnownBrowsers browsers) {
        this(
                members,
                browsers,
                REMEMBERED,
                TimeMeter.SYSTEM_MILLISECONDS,
                BlockingStrategy.PARKING);
    }

    /// @param remembered how many counts, of members and of accounts that nobody has
    /// @param waiting how an attempt stands in line
    LoginAttempts(
            Members members,
            KnownBrowsers browsers,
            int remembered,
            TimeMeter time,
            BlockingStrategy waiting) {
        this.ofMembers = counts(remembered);
        this.ofNobody = counts(remembered);
        this.members = members;
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
                : attemptOfStranger(account, whence.network(), question);
    }

    private <T> Optional<T> attemptOfStranger(
            Email account, String network, Supplier<Optional<T>> question) {
        List<Bucket> passed =
                pass(
                        new Attempted(account.value(), network),
                        members.has(account) ? ofMembers : ofNobody);
        strangers.acquireUninterruptibly();
        try {
            return ask(passed, question);
        } finally {
            strangers.release();
        }
    }

    /// The same for somebody who is known already, and does not stand in line.
    ///
    /// @param who tells them apart
    <T> Optional<T> attemptOfOne(String account, String who, Supplier<Optional<T>> question) {
        Bucket own = bucket(ofMembers, new Attempted(account, who), 10, Duration.ofSeconds(30));
        if (!own.tryConsume(1)) {
            throw refusal(own);
        }
        return ask(List.of(own), question);
    }

    /// Goes through at once, unless others wait for that, or stands in line.
    private List<Bucket> pass(Attempted from, Cache<Attempted, Bucket> counts) {
        List<Bucket> line = lineOf(from, counts);
        List<Bucket> passed = new ArrayList<>();
        for (Bucket bucket : line) {
            if (waitingFor.containsKey(from) || !bucket.tryConsume(1)) {
                return standInLine(from, line, passed);
            }
            passed.add(bucket);
        }
        return passed;
    }

    private List<Bucket> lineOf(Attempted from, Cache<Attempted, Bucket> counts) {
        String account = from.account();
        Bucket all =
                counts.getIfPresent(from) == null
                        ? bucket(counts, new Attempted(account, "new"), 50, Duration.ofSeconds(1))
                        : bucket(counts, new Attempted(account, ""), 50, Duration.ofSeconds(3));
        return List.of(
                bucket(counts, from, 5, Duration.ofSeconds(10)),
                all,
                bucket(ofMembers, new Attempted("", from.from()), 1_000, Duration.ofMillis(500)));
    }

    /// @param passed where it has gone through already
    private List<Bucket> standInLine(Attempted from, List<Bucket> line, List<Bucket> passed) {
        if (!takePlace(from)) {
            passed.forEach(bucket -> bucket.addTokens(1));
            throw new TooManyAttempts(FOR_A_PLACE);
        }
        long until = time.currentTimeNanos() + PATIENCE.toNanos();
        try {
            for (Bucket bucket : line.subList(passed.size(), line.size())) {
                if (!standIn(bucket, until)) {
                    passed.forEach(behind -> behind.addTokens(1));
                    throw refusal(bucket);
                }
                passed.add(bucket);
            }
        } finally {
            waitingFor.computeIfPresent(from, (_, others) -> others == 1 ? null : others - 1);
        }
        return passed;
    }

    private synchronized boolean takePlace(Attempted from) {
        if (waitingFor.getOrDefault(from, 0) >= PLACES_FOR_AN_ACCOUNT
                || waiting(one -> one.from().equals(from.from())) >= PLACES_OF_A_NETWORK
                || waiting(_ -> true) >= MOST_IN_LINE) {
            return false;
        }
        waitingFor.merge(from, 1, Integer::sum);
        return true;
    }

    private int waiting(Predicate<Attempted> which) {
        return waitingFor.entrySet().stream()
                .filter(place -> which.test(place.getKey()))
                .mapToInt(Map.Entry::getValue)
                .sum();
    }

    /// Nobody is sooner for having come sooner, or just now.
    private boolean standIn(Bucket bucket, long until) {
        try {
            do {
                long left = until - time.currentTimeNanos();
                if (left <= 0) {
                    return false;
                }
                long turn = bucket.estimateAbilityToConsume(1).getNanosToWaitForRefill();
                long chance = ThreadLocalRandom.current().nextLong(CHANCE.toNanos());
                waiting.park(Math.min(left, turn + chance));
            } while (!bucket.tryConsume(1));
            return true;
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

    private Bucket bucket(
            Cache<Attempted, Bucket> counts, Attempted attempted, int capacity, Duration oneEvery) {
        return counts.get(
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

    private static Cache<Attempted, Bucket> counts(int remembered) {
        return Caffeine.newBuilder()
                .maximumSize(remembered)
                .expireAfterAccess(Duration.ofHours(1))
                .build();
    }

    private static Semaphore oneForEachProcessor() {
        return new Semaphore(Runtime.getRuntime().availableProcessors(), true);
    }
}
