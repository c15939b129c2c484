package org.rotfaden.members;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/// A member's password is tried. Waiting takes no time here, the clock goes on.
final class Attempting {

    static final int REMEMBERED = 5_000;
    static final Whence HALL = from("10.0.0.1");

    private final Member owner;
    private final KnownBrowsers browsers;
    private final LoginAttempts attempts;
    private volatile LoginAttempts.Waiting waiting = (lost, _) -> lost.getCount() == 0;
    private volatile long millis;

    Attempting(Member owner, MemberRows members, KnownBrowsers browsers) {
        this.owner = owner;
        this.browsers = browsers;
        this.attempts =
                new LoginAttempts(
                        members,
                        browsers,
                        REMEMBERED,
                        new TimeMeter() {
                            @Override
                            public long currentTimeNanos() {
                                return millis * 1_000_000;
                            }

                            @Override
                            public boolean isWallClockBased() {
                                return false;
                            }
                        },
                        (lost, nanos) -> {
                            if (waiting.isLost(lost, nanos)) {
                                return true;
                            }
                            pass(Duration.ofNanos(nanos));
                            return false;
                        });
    }

    static Whence from(String address) {
        return new Whence(address, Optional.empty());
    }

    /// A browser in which the owner has logged in before.
    Whence knownBrowser() {
        var answer = new MockHttpServletResponse();
        browsers.remember(owner.id(), new MockHttpServletRequest(), answer);
        var next = new MockHttpServletRequest();
        next.setCookies(answer.getCookies());
        return Whence.of(next);
    }

    static List<Whence> networks(int count) {
        return IntStream.range(0, count).mapToObj(number -> from("10.1.0." + number)).toList();
    }

    LoginAttempts attempts() {
        return attempts;
    }

    /// This happens while somebody stands in line.
    void meanwhile(Runnable happens) {
        waiting =
                (lost, _) -> {
                    happens.run();
                    return lost.getCount() == 0;
                };
    }

    synchronized void pass(Duration time) {
        millis += time.toMillis();
    }

    void guess(Whence whence) {
        attempts.attempt(owner.email(), whence, Optional::empty);
    }

    /// As often as nobody stands in line.
    void exhaust(Whence whence) {
        for (int guess = 0; guess < 5; guess++) {
            guess(whence);
        }
    }

    boolean succeed(Whence whence) {
        return attempts.attempt(owner.email(), whence, () -> Optional.of("Anna")).isPresent();
    }

    boolean isRefused(Whence whence) {
        try {
            succeed(whence);
            return false;
        } catch (TooManyAttempts tooMany) {
            return true;
        }
    }

    Duration waitOf(Runnable acts) {
        long before = millis;
        acts.run();
        return Duration.ofMillis(millis - before);
    }

    /// So many try it from the hall, and those who have a place stand there until their turn comes
    /// or they lose it; all who come later wait as usual.
    List<CompletableFuture<Boolean>> standIn(int count, CountDownLatch turn)
            throws InterruptedException {
        var inLine = new CountDownLatch(count);
        waiting =
                (lost, _) -> {
                    inLine.countDown();
                    while (turn.getCount() > 0) {
                        if (lost.await(1, TimeUnit.MILLISECONDS)) {
                            return true;
                        }
                    }
                    return false;
                };
        List<CompletableFuture<Boolean>> line =
                Stream.generate(() ->
                                CompletableFuture.supplyAsync(
                                        () -> succeed(HALL), Thread::startVirtualThread))
                        .limit(count)
                        .toList();
        assertThat(inLine.await(30, TimeUnit.SECONDS)).isTrue();
        waiting = (lost, _) -> lost.getCount() == 0;
        return line;
    }
}
