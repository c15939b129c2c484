package org.rotfaden.members;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rotfaden.security.LoginId;
import org.rotfaden.security.MemberId;
import org.rotfaden.security.SignedIn;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The log-ins of members, which outlive sessions and restarts of the server. The browser holds a
/// secret that changes each time it is used; here stands its hash.
///
/// A secret that was replaced is still good until its successor is used, because the answer that
/// carried the successor may have been lost. An older one was copied: the log-in ends.
@Service
class Logins {

    private static final Logger log = LoggerFactory.getLogger(Logins.class);
    private static final Duration LIFETIME = Duration.ofDays(90);

    /// Requests that a browser sends at the same moment carry the same secret.
    private static final Duration PARALLEL = Duration.ofSeconds(60);

    /// What a browser presents: which log-in, and its secret.
    record Key(LoginId login, Secret secret) {

        static Optional<Key> parse(String text) {
            int dot = text.indexOf('.');
            try {
                return dot < 0
                        ? Optional.empty()
                        : Optional.of(
                                new Key(
                                        new LoginId(UUID.fromString(text.substring(0, dot))),
                                        new Secret(text.substring(dot + 1))));
            } catch (IllegalArgumentException noId) {
                return Optional.empty();
            }
        }

        @Override
        public String toString() {
            return login + "." + secret.value();
        }
    }

    /// A log-in that goes on.
    ///
    /// @param next what the browser is to present from now on, or null when it knows already
    record Resumed(SignedIn signedIn, @Nullable Key next) {}

    private record Stored(
            MemberId member, byte[] hash, byte @Nullable [] previous, Instant rotated) {}

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Logins(JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    static Duration lifetime() {
        return LIFETIME;
    }

    @Transactional
    public Key begin(MemberId member, LoginId login) {
        var key = new Key(login, Secret.random());
        jdbc.sql("delete from login where expires_at < ?")
                .param(clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        jdbc.sql("insert into login values (?, ?, ?, null, ?, ?)")
                .params(
                        login.value(),
                        member.value(),
                        key.secret().hash(),
                        clock.instant().atOffset(ZoneOffset.UTC),
                        expiry())
                .update();
        return key;
    }

    /// Goes on with a log-in for whoever presents its key.
    @Transactional
    public Optional<Resumed> resume(Key presented) {
        return stored(presented.login()).flatMap(stored -> resume(presented, stored));
    }

    @Transactional
    public void end(MemberId member, LoginId login) {
        jdbc.sql("delete from login where id = ?").param(login.value()).update();
        events.publishEvent(new MemberEvent.LoggedOut(member, login));
    }

    /// Whether a log-in has not been ended.
    boolean isOpen(LoginId login) {
        return jdbc.sql("select exists (select from login where id = ?)")
                .param(login.value())
                .query(Boolean.class)
                .single();
    }

    @Transactional
    public void endAll(MemberId member) {
        all(member).forEach(login -> end(member, login));
    }

    /// Ends all log-ins of a member but the one behind this request.
    @Transactional
    public void endOthers(SignedIn kept) {
        all(kept.member()).stream()
                .filter(login -> !login.equals(kept.login()))
                .forEach(login -> end(kept.member(), login));
    }

    private List<LoginId> all(MemberId member) {
        return jdbc.sql("select id from login where member_id = ?")
                .param(member.value())
                .query((row, _) -> new LoginId(row.getObject(1, UUID.class)))
                .list();
    }

    private Optional<Resumed> resume(Key presented, Stored stored) {
        SignedIn signedIn = SignedIn.byLogin(stored.member(), presented.login());
        if (presented.secret().hasHash(stored.hash())) {
            return Optional.of(new Resumed(signedIn, rotate(presented)));
        }
        if (stored.previous() != null && presented.secret().hasHash(stored.previous())) {
            boolean parallel = clock.instant().isBefore(stored.rotated().plus(PARALLEL));
            return Optional.of(new Resumed(signedIn, parallel ? null : rotate(presented)));
        }
        log.warn(
                "Log-in {} was presented with a secret that was replaced long ago; it ends",
                presented.login());
        end(stored.member(), presented.login());
        return Optional.empty();
    }

    private Key rotate(Key presented) {
        var next = new Key(presented.login(), Secret.random());
        jdbc.sql(
                        """
                        update login set secret_hash = ?, previous_hash = ?, rotated_at = ?, expires_at = ?
                        where id = ?
                        """)
                .params(
                        next.secret().hash(),
                        presented.secret().hash(),
                        clock.instant().atOffset(ZoneOffset.UTC),
                        expiry(),
                        presented.login().value())
                .update();
        return next;
    }

    private Optional<Stored> stored(LoginId login) {
        return jdbc.sql(
                        """
                        select member_id, secret_hash, previous_hash, rotated_at from login
                        where id = ? and expires_at > ? for update
                        """)
                .params(login.value(), clock.instant().atOffset(ZoneOffset.UTC))
                .query((row, _) ->
                        new Stored(
                                new MemberId(row.getObject(1, UUID.class)),
                                row.getBytes(2),
                                row.getBytes(3),
                                row.getTimestamp(4).toInstant()))
                .optional();
    }

    private java.time.OffsetDateTime expiry() {
        return clock.instant().plus(LIFETIME).atOffset(ZoneOffset.UTC);
    }
}
