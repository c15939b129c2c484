package org.rotfaden.members;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/// Slows down guessing of passwords. Only failures count. A whole hall sits behind one address, so
/// that what is strict is the pair of account and address; the account alone and the address alone
/// have wide bounds.
@Component
class LoginAttempts {

    private static final int REMEMBERED = 100_000;

    private record Attempted(String account, String address) {}

    private final Cache<Attempted, Bucket> buckets =
            Caffeine.newBuilder()
                    .maximumSize(REMEMBERED)
                    .expireAfterAccess(Duration.ofHours(1))
                    .build();

    /// Asks whether somebody knows a password. An attempt counts when she does not; whom nobody
    /// could answer has not guessed.
    ///
    /// @throws TooManyAttempts when there were too many failures
    <T> Optional<T> attempt(String account, String address, Supplier<Optional<T>> question) {
        claim(account, address);
        Optional<T> known;
        try {
            known = question.get();
        } catch (RuntimeException unanswered) {
            giveBack(account, address);
            throw unanswered;
        }
        if (known.isPresent()) {
            giveBack(account, address);
        }
        return known;
    }

    private void claim(String account, String address) {
        for (Bucket bucket : buckets(account, address)) {
            var probe = bucket.tryConsumeAndReturnRemaining(1);
            if (!probe.isConsumed()) {
                throw new TooManyAttempts(Duration.ofNanos(probe.getNanosToWaitForRefill()));
            }
        }
    }

    private void giveBack(String account, String address) {
        buckets(account, address).forEach(bucket -> bucket.addTokens(1));
    }

    private List<Bucket> buckets(String account, String address) {
        String name = account.strip().toLowerCase(Locale.ROOT);
        return List.of(
                bucket(name, address, 5, Duration.ofSeconds(30)),
                bucket(name, "", 50, Duration.ofSeconds(10)),
                bucket("", address, 1_000, Duration.ofMillis(500)));
    }

    private Bucket bucket(String account, String address, int capacity, Duration oneEvery) {
        return buckets.get(
                new Attempted(account, address),
                _ ->
                        Bucket.builder()
                                .addLimit(
                                        Bandwidth.builder()
                                                .capacity(capacity)
                                                .refillIntervally(1, oneEvery)
                                                .build())
                                .build());
    }
}
