package org.rotfaden.members;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rotfaden.Association;
import org.rotfaden.WorkspaceTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/// Who is slowed down, and who is not. Standing in line takes no time here, the clock goes on.
@WorkspaceTest
class LoginAttemptsTests {

    private static final int REMEMBERED = 5_000;
    private static final Whence HALL = from("10.0.0.1");

    @Autowired private Association association;
    @Autowired private Members members;
    @Autowired private KnownBrowsers browsers;

    private Member owner;
    private Email account;
    private volatile Runnable whileWaiting = () -> {};
    private long millis;
    private LoginAttempts attempts;

    @BeforeEach
    void somebody() {
        owner = association.newcomer(Right.READ);
        account = owner.email();
        attempts =
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
                        nanos -> {
                            whileWaiting.run();
                            millis += nanos / 1_000_000;
                        });
    }

    @Test
    void the_right_password_gets_in_after_others_guessed_from_everywhere() {
        for (int guess = 0; guess < 8; guess++) {
            networks(10).forEach(this::guess);
        }
        assertThat(waitOf(() -> assertThat(succeed(from("192.0.2.7"))).isTrue()))
                .isLessThan(Duration.ofSeconds(1));
    }

    @Test
    void the_right_password_gets_in_after_a_while_where_others_guessed() {
        for (int guess = 0; guess < 5; guess++) {
            guess(HALL);
        }
        assertThat(waitOf(() -> assertThat(succeed(HALL)).isTrue()))
                .isBetween(Duration.ofSeconds(1), Duration.ofSeconds(40));
    }

    @Test
    void guessing_from_one_place_becomes_slow_and_from_many_too() {
        assertThat(waitOf(() -> IntStream.range(0, 5).forEach(_ -> guess(HALL)))).isZero();
        assertThat(waitOf(() -> IntStream.range(0, 5).forEach(_ -> guess(HALL))))
                .isGreaterThanOrEqualTo(Duration.ofSeconds(40));
        assertThat(waitOf(() -> networks(200).forEach(this::guess)))
                .isGreaterThanOrEqualTo(Duration.ofSeconds(100));
    }

    @Test
    void a_browser_in_which_the_owner_logged_in_before_does_not_wait() {
        Whence known = knownBrowser();
        for (int guess = 0; guess < 60; guess++) {
            guess(HALL);
        }
        assertThat(waitOf(() -> assertThat(succeed(known)).isTrue())).isZero();
    }

    @Test
    void whoever_has_a_known_browser_guesses_slowly_too() {
        Whence known = knownBrowser();
        for (int guess = 0; guess < 10; guess++) {
            guess(known);
        }
        assertThatThrownBy(() -> succeed(known)).isInstanceOf(TooManyAttempts.class);
        millis += 30_000;
        assertThat(succeed(known)).isTrue();
    }

    @Test
    void a_browser_is_known_for_those_who_logged_in_there_and_until_the_password_changes() {
        Secret browser = knownBrowser().browser().orElseThrow();
        assertThat(browsers.knows(account, browser)).isTrue();
        assertThat(browsers.knows(association.bekir().email(), browser)).isFalse();
        assertThat(browsers.knows(account, Secret.random())).isFalse();
        browsers.forgetAll(owner.id());
        assertThat(browsers.knows(account, browser)).isFalse();
    }

    /// The first in line always waits here; in the end it gets in too.
    @Test
    void whoever_always_stands_in_line_keeps_nobody_else_out() throws Exception {
        exhaust(HALL);
        var turn = new CountDownLatch(1);
        CompletableFuture<Boolean> first = standIn(1, turn).getFirst();
        assertThat(succeed(HALL)).isTrue();
        assertThat(first).isNotDone();
        turn.countDown();
        assertThat(first.join()).isTrue();
    }

    @Test
    void nobody_goes_past_those_who_stand_in_line() throws Exception {
        exhaust(HALL);
        var turn = new CountDownLatch(1);
        CompletableFuture<Boolean> first = standIn(1, turn).getFirst();
        millis += 10_000;
        var waits = new AtomicInteger();
        whileWaiting = waits::incrementAndGet;
        assertThat(succeed(HALL)).isTrue();
        assertThat(waits).hasPositiveValue();
        turn.countDown();
        assertThat(first.join()).isTrue();
        assertThat(waitOf(() -> assertThat(succeed(HALL)).isTrue())).isZero();
    }

    @Test
    void a_network_has_ten_places_in_the_line_for_one_account() throws Exception {
        exhaust(HALL);
        var turn = new CountDownLatch(1);
        List<CompletableFuture<Boolean>> line = standIn(10, turn);
        assertThatThrownBy(() -> succeed(HALL)).isInstanceOf(TooManyAttempts.class);
        assertThat(attempts.attempt(association.bekir().email(), HALL, () -> Optional.of("Bekir")))
                .isPresent();
        turn.countDown();
        line.forEach(one -> one.exceptionally(_ -> false).join());
        millis += 10_000;
        assertThat(waitOf(() -> assertThat(succeed(HALL)).isTrue())).isZero();
    }

    @Test
    void who_is_known_has_no_strangers_before_her_when_passwords_are_compared() throws Exception {
        int processors = Runtime.getRuntime().availableProcessors();
        var busy = new CountDownLatch(processors);
        var end = new Semaphore(0);
        List<Thread> strangers =
                IntStream.range(0, 5 * processors)
                        .mapToObj(number ->
                                Thread.ofPlatform()
                                        .start(() ->
                                                attempts.attempt(
                                                        new Email("s" + number + "@example.org"),
                                                        from("10.2.0." + number),
                                                        () -> {
                                                            busy.countDown();
                                                            end.acquireUninterruptibly();
                                                            return Optional.of("");
                                                        })))
                        .toList();
        busy.await();
        Whence here = knownBrowser();
        Thread known =
                Thread.ofPlatform()
                        .start(() -> attempts.attempt(account, here, () -> Optional.of("")));
        for (Thread one : strangers) {
            Awaitility.await().until(() -> one.getState() == Thread.State.WAITING);
        }
        Awaitility.await().until(() -> known.getState() == Thread.State.WAITING);
        end.release();
        boolean isKnownNext = known.join(Duration.ofSeconds(10));
        end.release(strangers.size());
        assertThat(isKnownNext).isTrue();
        for (Thread one : strangers) {
            one.join();
        }
    }

    @Test
    void accounts_that_somebody_makes_up_make_nothing_forgotten_of_a_member() {
        exhaust(HALL);
        for (int made = 0; made < 2 * REMEMBERED; made++) {
            var nobody = new Email("niemand" + made % REMEMBERED + "@example.org");
            attempts.attempt(nobody, from("10.3.0." + made % 100), () -> Optional.of(""));
        }
        assertThat(waitOf(() -> assertThat(succeed(HALL)).isTrue())).isPositive();
    }

    private void exhaust(Whence whence) {
        for (int guess = 0; guess < 5; guess++) {
            guess(whence);
        }
    }

    /// So many stand in line until their turn comes; all who come later wait as usual.
    private List<CompletableFuture<Boolean>> standIn(int count, CountDownLatch turn)
            throws InterruptedException {
        var inLine = new CountDownLatch(count);
        whileWaiting =
                () -> {
                    inLine.countDown();
                    await(turn);
                };
        List<CompletableFuture<Boolean>> line =
                Stream.generate(() ->
                                CompletableFuture.supplyAsync(
                                        () -> succeed(HALL), Thread::startVirtualThread))
                        .limit(count)
                        .toList();
        inLine.await();
        whileWaiting = () -> {};
        return line;
    }

    @Test
    void a_hall_logs_in_at_once() {
        assertThat(
                        waitOf(() -> {
                            for (int member = 0; member < 2_000; member++) {
                                var one = new Email("member" + member + "@example.org");
                                attempts.attempt(one, HALL, () -> Optional.of(one));
                            }
                        }))
                .isZero();
    }

    @Test
    void whom_nobody_could_answer_has_not_guessed() {
        for (int attempt = 0; attempt < 100; attempt++) {
            assertThatThrownBy(() ->
                            attempts.attempt(
                                    account,
                                    HALL,
                                    () -> {
                                        throw new DataAccessResourceFailureException("on purpose");
                                    }))
                    .isInstanceOf(DataAccessResourceFailureException.class);
        }
        assertThat(waitOf(() -> assertThat(succeed(HALL)).isTrue())).isZero();
    }

    @Test
    void a_site_has_one_count_however_many_addresses_it_has() {
        assertThat(Whence.network("2001:db8:1:2::3")).isEqualTo(Whence.network("2001:db8:1:ff::9"));
        assertThat(Whence.network("2001:db8:1::3")).isNotEqualTo(Whence.network("2001:db8:2::3"));
        assertThat(Whence.network("192.0.2.1")).isNotEqualTo(Whence.network("192.0.2.2"));
    }

    private Whence knownBrowser() {
        var answer = new MockHttpServletResponse();
        browsers.remember(owner.id(), new MockHttpServletRequest(), answer);
        var next = new MockHttpServletRequest();
        next.setCookies(answer.getCookies());
        return Whence.of(next);
    }

    private void guess(Whence whence) {
        attempts.attempt(account, whence, Optional::empty);
    }

    private boolean succeed(Whence whence) {
        return attempts.attempt(account, whence, () -> Optional.of("Anna")).isPresent();
    }

    private Duration waitOf(Runnable acts) {
        long before = millis;
        acts.run();
        return Duration.ofMillis(millis - before);
    }

    private static List<Whence> networks(int count) {
        return IntStream.range(0, count).mapToObj(number -> from("10.1.0." + number)).toList();
    }

    private static Whence from(String address) {
        return new Whence(address, Optional.empty());
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }
}
