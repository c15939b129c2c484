package org.rotfaden.members;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.rotfaden.members.Attempting.HALL;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rotfaden.Association;
import org.rotfaden.WorkspaceTest;
import org.springframework.beans.factory.annotation.Autowired;

/// Who stands in line, whose turn it is, and who goes.
@WorkspaceTest
class LoginLineTests {

    @Autowired private Association association;
    @Autowired private MemberRows rows;
    @Autowired private KnownBrowsers browsers;

    private Attempting attempting;

    @BeforeEach
    void somebody() {
        attempting = new Attempting(association.newcomer(Right.READ), rows, browsers);
    }

    /// The first in line always waits here; in the end it gets in too.
    @Test
    void whoever_always_stands_in_line_keeps_nobody_else_out() throws Exception {
        attempting.exhaust(HALL);
        var turn = new CountDownLatch(1);
        CompletableFuture<Boolean> first = attempting.standIn(1, turn).getFirst();
        assertThat(attempting.succeed(HALL)).isTrue();
        assertThat(first).isNotDone();
        turn.countDown();
        assertThat(first.join()).isTrue();
    }

    @Test
    void nobody_goes_past_those_who_stand_in_line() throws Exception {
        attempting.exhaust(HALL);
        var turn = new CountDownLatch(1);
        CompletableFuture<Boolean> first = attempting.standIn(1, turn).getFirst();
        attempting.pass(Duration.ofSeconds(10));
        var waits = new AtomicInteger();
        attempting.meanwhile(waits::incrementAndGet);
        assertThat(attempting.succeed(HALL)).isTrue();
        assertThat(waits).hasPositiveValue();
        turn.countDown();
        assertThat(first.join()).isTrue();
        assertThat(attempting.waitOf(() -> assertThat(attempting.succeed(HALL)).isTrue())).isZero();
    }

    @Test
    void a_network_has_ten_places_in_the_line_for_one_account() throws Exception {
        attempting.exhaust(HALL);
        var turn = new CountDownLatch(1);
        List<CompletableFuture<Boolean>> line = attempting.standIn(11, turn);
        await().until(() -> line.stream().filter(CompletableFuture::isDone).count() == 1);
        assertThat(line.stream().filter(CompletableFuture::isCompletedExceptionally))
                .extracting(CompletableFuture::exceptionNow)
                .hasOnlyElementsOfType(TooManyAttempts.class);
        assertThat(
                        attempting
                                .attempts()
                                .attempt(
                                        association.bekir().email(),
                                        HALL,
                                        () -> Optional.of("Bekir")))
                .isPresent();
        turn.countDown();
        line.forEach(one -> one.exceptionally(_ -> false).join());
        attempting.pass(Duration.ofSeconds(10));
        assertThat(attempting.waitOf(() -> assertThat(attempting.succeed(HALL)).isTrue())).isZero();
    }

    @Test
    void a_script_that_takes_every_place_that_becomes_free_keeps_nobody_out() throws Exception {
        attempting.exhaust(HALL);
        var turn = new CountDownLatch(1);
        List<CompletableFuture<Boolean>> script = attempting.standIn(30, turn);
        int came = 0;
        while (came < 5_000 && attempting.isRefused(HALL)) {
            came++;
        }
        turn.countDown();
        script.forEach(one -> one.exceptionally(_ -> false).join());
        assertThat(came).isLessThan(5_000);
    }

    /// Thirty who guess come before her, before and after her, or after her, a thousand times. Her
    /// chance to keep one of ten places is ten in 31.
    @ParameterizedTest
    @ValueSource(ints = {0, 15, 30})
    void whenever_she_comes_her_chance_for_a_place_is_that_of_each_who_guesses(int before) {
        int kept = 0;
        for (int time = 0; time < 1_000; time++) {
            var line = new LoginLine();
            var account = new LoginAttempts.Attempted("anna@example.org", "10.0.0.1");
            List<LoginLine.Place> places =
                    Stream.generate(() -> line.take(account)).limit(31).toList();
            LoginLine.Place hers = places.get(before);
            kept += hers.isLost() ? 0 : 1;
        }
        assertThat(kept).isBetween(220, 425);
    }

    @Test
    void a_network_has_fifty_places_for_all_accounts_and_all_networks_have_two_thousand() {
        assertThat(standing(60, number -> new LoginAttempts.Attempted("s" + number, "10.0.0.1")))
                .isEqualTo(50);
        assertThat(standing(2_010, number -> new LoginAttempts.Attempted("s", "10.0.0." + number)))
                .isEqualTo(2_000);
    }

    private static long standing(int come, IntFunction<LoginAttempts.Attempted> what) {
        var line = new LoginLine();
        List<LoginLine.Place> places =
                IntStream.range(0, come).mapToObj(what).map(line::take).toList();
        return places.stream().filter(place -> !place.isLost()).count();
    }

    @Test
    void who_is_known_has_no_strangers_before_her_when_passwords_are_compared() throws Exception {
        var end = new Semaphore(0);
        List<Thread> strangers = compare(5 * Runtime.getRuntime().availableProcessors(), end);
        Whence here = attempting.knownBrowser();
        Thread known = Thread.ofPlatform().start(() -> attempting.succeed(here));
        for (Thread one : strangers) {
            await().until(() -> isWaiting(one));
        }
        await().until(() -> isWaiting(known));
        end.release();
        boolean isKnownNext = known.join(Duration.ofSeconds(10));
        end.release(strangers.size());
        assertThat(isKnownNext).isTrue();
        for (Thread one : strangers) {
            one.join();
        }
    }

    /// Almost all of that in line; her turn is there again.
    @Test
    void who_has_waited_for_forty_seconds_waits_for_no_strangers() throws Exception {
        attempting.exhaust(HALL);
        var end = new Semaphore(0);
        List<Thread> strangers = compare(Runtime.getRuntime().availableProcessors(), end);
        var waited = new AtomicInteger();
        attempting.meanwhile(() -> {
            if (waited.getAndIncrement() == 0) {
                attempting.pass(Duration.ofMillis(26_999));
            }
        });
        CompletableFuture<Boolean> refused =
                CompletableFuture.supplyAsync(() -> attempting.isRefused(HALL));
        try {
            assertThat(refused).succeedsWithin(Duration.ofSeconds(10)).isEqualTo(true);
        } finally {
            end.release(strangers.size());
        }
        for (Thread one : strangers) {
            one.join();
        }
        attempting.meanwhile(() -> {});
        assertThat(
                        attempting.waitOf(
                                () -> IntStream.range(0, 3).forEach(_ -> attempting.guess(HALL))))
                .isZero();
    }

    /// Strangers whose passwords are compared until somebody ends that.
    private List<Thread> compare(int count, Semaphore end) throws InterruptedException {
        var busy = new CountDownLatch(Runtime.getRuntime().availableProcessors());
        List<Thread> strangers =
                IntStream.range(0, count)
                        .mapToObj(number ->
                                Thread.ofPlatform()
                                        .start(() ->
                                                attempting
                                                        .attempts()
                                                        .attempt(
                                                                new Email(
                                                                        "s"
                                                                                + number
                                                                                + "@example.org"),
                                                                Attempting.from("10.2.0." + number),
                                                                () -> {
                                                                    busy.countDown();
                                                                    end.acquireUninterruptibly();
                                                                    return Optional.of("");
                                                                })))
                        .toList();
        busy.await();
        return strangers;
    }

    private static boolean isWaiting(Thread one) {
        return one.getState() == Thread.State.WAITING
                || one.getState() == Thread.State.TIMED_WAITING;
    }
}
