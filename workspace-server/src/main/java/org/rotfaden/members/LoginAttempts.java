package org.rotfaden.members;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/// Slows down guessing of passwords, and not those who know theirs. Only failures count.
///
/// A browser in which the member has logged in before has a count of its own. Whoever tries from
/// elsewhere stands in line when there were failures: from the same network for the same account,
/// from all networks for that account, or from that network for all accounts. The line moves, so
/// that the right password gets in after a while. Chance decides who keeps a place in it and whose
/// turn it is: of n attempts that come from one turn to the next each has a chance of about one in
/// n, however they come. That is good next to some who guess. Next to a script that tries a hundred
/// times a second for her account from her own network, somebody who knows the password and has no
/// known browser has to try from another network. One that has not failed yet stands in another
/// line, so that attempts from many places keep nobody out.
@Component
class LoginAttempts {

    /// The longest that an attempt waits, in line and for its password to be compared.
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    /// What whoever lost her place is told to wait.
    private static final Duration FOR_A_PLACE = Duration.ofSeconds(10);

    private static final int REMEMBERED = 100_000;

    /// Within this time chance decides who is the first to see that it could be her turn.
    private static final Duration CHANCE = Duration.ofSeconds(1);

    /// What is tried.
    ///
    /// @param from the network, or what somebody who is known is told apart by
    record Attempted(String account, String from) {}

    /// How an attempt waits.
    interface Waiting {

        /// Whether the place is lost before so much time is over.
        boolean isLost(CountDownLatch lost, long nanos) throws InterruptedException;
    }

    /// Of accounts that somebody has.
    private final Cache<Attempted, Bucket> ofMembers;

    /// However many accounts somebody makes up, nothing that is counted of a member is forgotten:
    /// what is counted of accounts that nobody has makes only that forgotten.
    private final Cache<Attempted, Bucket> ofNobody;

    /// The same of however many networks somebody tries those from. Only who tries accounts of
    /// members from many networks makes something of other members forgotten.
    private final Cache<String, Bucket> ofNetworks;

    private final LoginLine line = new LoginLine();

    /// Comparing a password takes all of a processor for a moment.
    private final Semaphore comparing = oneForEachProcessor();

    /// No more strangers than can go on wait for that, so that they stand before nobody who is
    /// known.
    private final Semaphore strangers = oneForEachProcessor();

    private final MemberRows members;
    private final KnownBrowsers browsers;
    private final TimeMeter time;
    private final Waiting waiting;

    @Autowired
    LoginAttempts(MemberRows members, KnownBrowsers browsers) {
        this(
                members,
                browsers,
                REMEMBERED,
                TimeMeter.SYSTEM_MILLISECONDS,
                (lost, nanos) -> lost.await(nanos, TimeUnit.NANOSECONDS));
    }

    /// @param remembered how many counts, of members, of accounts that nobody has and of networks
    /// @param waiting how an attempt stands in line
    LoginAttempts(
            MemberRows members,
            KnownBrowsers browsers,
            int remembered,
            TimeMeter time,
            Waiting waiting) {
        this.ofMembers = counts(remembered);
        this.ofNobody = counts(remembered);
        this.ofNetworks = counts(remembered);
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
        long until = time.currentTimeNanos() + PATIENCE.toNanos();
        List<Bucket> passed =
                pass(
                        new Attempted(account.value(), network),
                        members.has(account) ? ofMembers : ofNobody,
                        until);
        if (!isNextOfStrangers(until)) {
            giveBack(passed);
            throw new TooManyAttempts(FOR_A_PLACE);
        }
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
    private List<Bucket> pass(Attempted what, Cache<Attempted, Bucket> counts, long until) {
        List<Bucket> buckets = bucketsOf(what, counts);
        List<Bucket> passed = new ArrayList<>();
        for (Bucket bucket : buckets) {
            if (line.isTakenFor(what) || !bucket.tryConsume(1)) {
                standInLine(what, buckets, passed, until);
                break;
            }
            passed.add(bucket);
        }
        return passed;
    }

    private List<Bucket> bucketsOf(Attempted from, Cache<Attempted, Bucket> counts) {
        String account = from.account();
        Bucket all =
                counts.getIfPresent(from) == null
                        ? bucket(counts, new Attempted(account, "new"), 50, Duration.ofSeconds(1))
                        : bucket(counts, new Attempted(account, ""), 50, Duration.ofSeconds(3));
        return List.of(
                bucket(counts, from, 5, Duration.ofSeconds(10)),
                all,
                bucket(ofNetworks, from.from(), 1_000, Duration.ofMillis(500)));
    }

    /// @param passed where it has gone through already, and then all
    private void standInLine(
            Attempted what, List<Bucket> buckets, List<Bucket> passed, long until) {
        try (LoginLine.Place place = line.take(what)) {
            for (Bucket bucket : buckets.subList(passed.size(), buckets.size())) {
                if (!isPassed(bucket, place, until)) {
                    giveBack(passed);
                    throw place.isLost() ? new TooManyAttempts(FOR_A_PLACE) : refusal(bucket);
                }
                passed.add(bucket);
            }
        }
    }

    /// Nobody is sooner for having come sooner, or just now.
    private boolean isPassed(Bucket bucket, LoginLine.Place place, long until) {
        try {
            do {
                long left = until - time.currentTimeNanos();
                long turn = bucket.estimateAbilityToConsume(1).getNanosToWaitForRefill();
                long chance = ThreadLocalRandom.current().nextLong(CHANCE.toNanos());
                if (left <= 0 || waiting.isLost(place.lost(), Math.min(left, turn + chance))) {
                    return false;
                }
            } while (!bucket.tryConsume(1));
            return true;
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private boolean isNextOfStrangers(long until) {
        try {
            return strangers.tryAcquire(until - time.currentTimeNanos(), TimeUnit.NANOSECONDS);
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
                giveBack(passed);
            }
        }
    }

    private static void giveBack(List<Bucket> passed) {
        passed.forEach(bucket -> bucket.addTokens(1));
    }

    private static TooManyAttempts refusal(Bucket bucket) {
        return new TooManyAttempts(
                Duration.ofNanos(bucket.estimateAbilityToConsume(1).getNanosToWaitForRefill()));
    }

    private <C> Bucket bucket(Cache<C, Bucket> counts, C counted, int capacity, Duration oneEvery) {
        return counts.get(
                counted,
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

    private static <C> Cache<C, Bucket> counts(int remembered) {
        return Caffeine.newBuilder()
                .maximumSize(remembered)
                .expireAfterAccess(Duration.ofHours(1))
                .build();
    }

    private static Semaphore oneForEachProcessor() {
        return new Semaphore(Runtime.getRuntime().availableProcessors(), true);
    }
}
