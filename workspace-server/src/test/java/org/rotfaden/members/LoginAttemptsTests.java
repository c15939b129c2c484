package org.rotfaden.members;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.rotfaden.members.Attempting.HALL;
import static org.rotfaden.members.Attempting.REMEMBERED;

import java.time.Duration;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rotfaden.Association;
import org.rotfaden.WorkspaceTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessResourceFailureException;

/// Who is slowed down, and who is not.
@WorkspaceTest
class LoginAttemptsTests {

    @Autowired private Association association;
    @Autowired private MemberRows rows;
    @Autowired private KnownBrowsers browsers;

    private Member owner;
    private Email account;
    private Attempting attempting;
    private LoginAttempts attempts;

    @BeforeEach
    void somebody() {
        owner = association.newcomer(Right.READ);
        account = owner.email();
        attempting = new Attempting(owner, rows, browsers);
        attempts = attempting.attempts();
    }

    @Test
    void the_right_password_gets_in_after_others_guessed_from_everywhere() {
        for (int guess = 0; guess < 8; guess++) {
            Attempting.networks(10).forEach(attempting::guess);
        }
        assertThat(
                        attempting.waitOf(() ->
                                assertThat(attempting.succeed(Attempting.from("192.0.2.7")))
                                        .isTrue()))
                .isLessThan(Duration.ofSeconds(1));
    }

    @Test
    void the_right_password_gets_in_after_a_while_where_others_guessed() {
        for (int guess = 0; guess < 5; guess++) {
            attempting.guess(HALL);
        }
        assertThat(attempting.waitOf(() -> assertThat(attempting.succeed(HALL)).isTrue()))
                .isBetween(Duration.ofSeconds(1), Duration.ofSeconds(40));
    }

    @Test
    void guessing_from_one_place_becomes_slow_and_from_many_too() {
        assertThat(
                        attempting.waitOf(
                                () -> IntStream.range(0, 5).forEach(_ -> attempting.guess(HALL))))
                .isZero();
        assertThat(
                        attempting.waitOf(
                                () -> IntStream.range(0, 5).forEach(_ -> attempting.guess(HALL))))
                .isGreaterThanOrEqualTo(Duration.ofSeconds(40));
        assertThat(attempting.waitOf(() -> Attempting.networks(200).forEach(attempting::guess)))
                .isGreaterThanOrEqualTo(Duration.ofSeconds(100));
    }

    @Test
    void a_browser_in_which_the_owner_logged_in_before_does_not_wait() {
        Whence known = attempting.knownBrowser();
        for (int guess = 0; guess < 60; guess++) {
            attempting.guess(HALL);
        }
        assertThat(attempting.waitOf(() -> assertThat(attempting.succeed(known)).isTrue()))
                .isZero();
    }

    @Test
    void whoever_has_a_known_browser_guesses_slowly_too() {
        Whence known = attempting.knownBrowser();
        for (int guess = 0; guess < 10; guess++) {
            attempting.guess(known);
        }
        assertThatThrownBy(() -> attempting.succeed(known)).isInstanceOf(TooManyAttempts.class);
        attempting.pass(Duration.ofSeconds(30));
        assertThat(attempting.succeed(known)).isTrue();
    }

    @Test
    void a_browser_is_known_for_those_who_logged_in_there_and_until_the_password_changes() {
        Secret browser = attempting.knownBrowser().browser().orElseThrow();
        assertThat(browsers.knows(account, browser)).isTrue();
        assertThat(browsers.knows(association.bekir().email(), browser)).isFalse();
        assertThat(browsers.knows(account, Secret.random())).isFalse();
        browsers.forgetAll(owner.id());
        assertThat(browsers.knows(account, browser)).isFalse();
    }

    @Test
    void accounts_that_somebody_makes_up_make_nothing_forgotten_of_a_member() {
        attempting.exhaust(HALL);
        for (int made = 0; made < 2 * REMEMBERED; made++) {
            var nobody = new Email("niemand" + made % REMEMBERED + "@example.org");
            attempts.attempt(
                    nobody, Attempting.from("10.3.0." + made % 100), () -> Optional.of(""));
        }
        assertThat(attempting.waitOf(() -> assertThat(attempting.succeed(HALL)).isTrue()))
                .isPositive();
    }

    @Test
    void networks_that_somebody_makes_up_make_nothing_forgotten_of_a_member() {
        attempting.exhaust(HALL);
        for (int made = 0; made < 2 * REMEMBERED; made++) {
            var nobody = new Email("niemand" + made % 100 + "@example.org");
            attempts.attempt(
                    nobody, Attempting.from("10.4." + made % REMEMBERED), () -> Optional.of(""));
        }
        assertThat(attempting.waitOf(() -> assertThat(attempting.succeed(HALL)).isTrue()))
                .isPositive();
    }

    @Test
    void a_hall_logs_in_at_once() {
        assertThat(
                        attempting.waitOf(() -> {
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
        assertThat(attempting.waitOf(() -> assertThat(attempting.succeed(HALL)).isTrue())).isZero();
    }

    @Test
    void a_site_has_one_count_however_many_addresses_it_has() {
        assertThat(Whence.network("2001:db8:1:2::3")).isEqualTo(Whence.network("2001:db8:1:ff::9"));
        assertThat(Whence.network("2001:db8:1::3")).isNotEqualTo(Whence.network("2001:db8:2::3"));
        assertThat(Whence.network("192.0.2.1")).isNotEqualTo(Whence.network("192.0.2.2"));
    }
}
