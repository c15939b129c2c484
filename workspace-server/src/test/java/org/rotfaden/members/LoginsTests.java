package org.rotfaden.members;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rotfaden.Association;
import org.rotfaden.WorkspaceTest;
import org.rotfaden.security.LoginId;
import org.rotfaden.security.SignedIn;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

@WorkspaceTest
class LoginsTests {

    @Autowired private JdbcClient jdbc;
    @Autowired private ApplicationEventPublisher events;
    @Autowired private Association association;

    private final AtomicReference<Instant> now =
            new AtomicReference<>(Instant.parse("2026-11-24T19:00:00Z"));
    private Logins logins;
    private Logins.Key first;

    @BeforeEach
    void a_log_in() {
        var clock =
                new Clock() {
                    @Override
                    public java.time.ZoneId getZone() {
                        return ZoneOffset.UTC;
                    }

                    @Override
                    public Clock withZone(java.time.ZoneId zone) {
                        return this;
                    }

                    @Override
                    public Instant instant() {
                        return now.get();
                    }
                };
        logins = new Logins(jdbc, events, clock);
        first = logins.begin(association.bekir().id(), LoginId.random());
    }

    @Test
    @Transactional
    void the_key_changes_each_time_and_the_log_in_stays_the_same() {
        assertThat(logins.resume(first).orElseThrow().signedIn())
                .isEqualTo(SignedIn.byLogin(association.bekir().id(), first.login()));
        Logins.Key second = next(first);
        assertThat(second).isNotEqualTo(first);
        assertThat(logins.resume(second)).isPresent();
    }

    @Test
    @Transactional
    void requests_of_one_moment_go_on_with_the_same_key() {
        assertThat(logins.resume(first).orElseThrow().next()).isNotNull();
        assertThat(logins.resume(first).orElseThrow().next()).isNull();
    }

    @Test
    @Transactional
    void an_answer_that_was_lost_costs_nobody_the_log_in() {
        logins.resume(first);
        now.set(now.get().plus(Duration.ofDays(3)));
        assertThat(logins.resume(first).orElseThrow().next()).isNotNull();
    }

    @Test
    @Transactional
    void a_key_that_was_replaced_long_ago_ends_the_log_in() {
        Logins.Key third = next(next(first));
        assertThat(logins.resume(first)).isEmpty();
        assertThat(logins.resume(third))
                .as("the thief and the robbed both have to log in again")
                .isEmpty();
    }

    @Test
    @Transactional
    void a_log_in_that_nobody_used_for_long_ends() {
        now.set(now.get().plus(Logins.lifetime()).plusSeconds(1));
        assertThat(logins.resume(first)).isEmpty();
    }

    @Test
    void what_is_no_key_is_none() {
        assertThat(Logins.Key.parse("")).isEmpty();
        assertThat(Logins.Key.parse("kein.schluessel")).isEmpty();
        assertThat(Logins.Key.parse(first.toString())).contains(first);
    }

    /// The key that replaces another one once the moment of parallel requests is over.
    private Logins.Key next(Logins.Key key) {
        now.set(now.get().plus(Duration.ofMinutes(2)));
        return Objects.requireNonNull(logins.resume(key).orElseThrow().next());
    }
}
