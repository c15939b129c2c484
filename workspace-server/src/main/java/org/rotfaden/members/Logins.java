package org.rotfaden.members;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rotfaden.activity.Activities;
import org.rotfaden.security.Columns;
import org.rotfaden.security.LoginId;
import org.rotfaden.security.MemberId;
import org.rotfaden.security.RightsChanged;
import org.rotfaden.security.SignedIn;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The log-ins of members, which outlive sessions and restarts of the server. The browser holds a
/// secret that changes each time it is used; here stands its hash.
///
/// A secret that was replaced is still good until its successor is used, because the answer that
/// carried the successor may have been lost. An older one was copied: the log-in ends. What never
/// was a secret of the log-in does nothing to it.
@Service
public class Logins {

    private static final Logger log = LoggerFactory.getLogger(Logins.class);
    private static final Duration LIFETIME = Duration.ofDays(90);

    /// How long a log-in waits for its browser, and how long whoever asks for a token by password
    /// has one.
    private static final Duration BEGINNING = Duration.ofMinutes(1);

    /// Requests that a browser sends at the same moment carry the same secret.
    private static final Duration PARALLEL = Duration.ofSeconds(60);

    /// How exactly it is known when a log-in was used last.
    private static final Duration BETWEEN_NOTES = Duration.ofMinutes(1);

    /// So many log-ins a member has at the most; those that were used longest ago end.
    private static final int MOST = 200;

    private static final RowMapper<Login> LOGIN =
            (row, _) ->
                    new Login(
                            Columns.id(row, "id", LoginId::new),
                            Columns.id(row, "member_id", MemberId::new),
                            row.getString("browser"),
                            row.getTimestamp("begun_at").toInstant(),
                            row.getTimestamp("opened_at").toInstant(),
                            row.getTimestamp("expires_at").toInstant());

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

    /// @param mark nothing for log-ins from before there were marks, until their next secret
    private record Stored(
            MemberId member,
            byte[] hash,
            byte @Nullable [] previous,
            Instant rotated,
            @Nullable SecretMark mark) {}

    private final JdbcClient jdbc;
    private final Activities activities;
    private final Clock clock;

    Logins(JdbcClient jdbc, Activities activities, Clock clock) {
        this.jdbc = jdbc;
        this.activities = activities;
        this.clock = clock;
    }

    static Duration lifetime() {
        return LIFETIME;
    }

    /// An open log-in. Whatever it was the proof of ends with it.
    public Optional<Login> find(LoginId login) {
        return jdbc.sql("select * from login where id = ? and expires_at > ?")
                .params(login.value(), now())
                .query(LOGIN)
                .optional();
    }

    /// In which browsers somebody is logged in, the one that was used last first.
    public List<Login> of(MemberId member) {
        return jdbc.sql(
                        """
                        select * from login
                        where member_id = ? and expires_at > ? and secret_hash is not null
                        order by opened_at desc, id
                        """)
                .params(member.value(), now())
                .query(LOGIN)
                .list();
    }

    /// A page was opened with a log-in. Written down once in a while.
    public void opened(LoginId login) {
        jdbc.sql("update login set opened_at = ? where id = ? and opened_at < ?")
                .params(now(), login.value(), now().minus(BETWEEN_NOTES))
                .update();
    }

    /// Ends one of one's own log-ins, and with it the pages and sockets that were opened with it.
    ///
    /// @throws LoginNotFound when there is none
    @Transactional
    public void end(MemberId by, LoginId login) {
        if (find(login).filter(open -> open.member().equals(by)).isEmpty()) {
            throw new LoginNotFound();
        }
        close(by, login);
    }

    /// Begins a log-in for whoever has just given the right password. A browser fetches its key at
    /// once with [#keep]; otherwise the log-in is over soon.
    ///
    /// @param checked the hash that the password was compared with
    /// @return nothing when the password was changed meanwhile
    @Transactional
    Optional<LoginId> begin(MemberId member, String checked) {
        LoginId login = LoginId.random();
        int begun =
                jdbc.sql(
                                """
                                insert into login (id, member_id, begun_at, rotated_at, opened_at, expires_at)
                                select ?, id, ?, ?, ?, ? from member where id = ? and password_hash = ?
                                for share
                                """)
                        .param(login.value())
                        .param(now())
                        .param(now())
                        .param(now())
                        .param(now().plus(BEGINNING))
                        .param(member.value())
                        .param(checked)
                        .update();
        clearExpired();
        return begun == 0 ? Optional.empty() : Optional.of(login);
    }

    /// Gives the browser the key of a log-in that has just begun.
    ///
    /// @return nothing when it has ended meanwhile
    @Transactional
    Optional<Key> keep(LoginId login, Optional<String> browser) {
        SecretMark mark = SecretMark.random();
        var key = new Key(login, mark.newSecret());
        int kept =
                jdbc.sql(
                                """
                                update login set secret_hash = ?, mark = ?, browser = ?, expires_at = ?
                                where id = ? and secret_hash is null and expires_at > ?
                                """)
                        .param(key.secret().hash())
                        .param(mark.key())
                        .param(browser.orElse(null))
                        .param(now().plus(LIFETIME))
                        .param(login.value())
                        .param(now())
                        .update();
        if (kept == 0) {
            return Optional.empty();
        }
        find(login).ifPresent(open -> begun(open.member(), login));
        return Optional.of(key);
    }

    /// Goes on with a log-in for whoever presents its key.
    @Transactional
    Optional<Resumed> resume(Key presented) {
        return stored(presented.login(), " for update")
                .flatMap(stored -> resume(presented, stored));
    }

    /// Knows a log-in by its key, and leaves it as it is.
    @Transactional(readOnly = true)
    Optional<SignedIn> recognise(Key presented) {
        return stored(presented.login(), "")
                .filter(stored ->
                        presented.secret().hasHash(stored.hash()) || isPrevious(presented, stored))
                .map(stored -> SignedIn.byLogin(stored.member(), presented.login()));
    }

    private static boolean isPrevious(Key presented, Stored stored) {
        return stored.previous() != null && presented.secret().hasHash(stored.previous());
    }

    /// Ends a log-in, if it is still open.
    @Transactional
    void close(MemberId member, LoginId login) {
        close(member, member, login);
    }

    private void close(MemberId by, MemberId member, LoginId login) {
        if (jdbc.sql("delete from login where id = ?").param(login.value()).update() > 0) {
            activities.tell(new MemberEvent.LoggedOut(by, member, login));
            activities.tell(RightsChanged.of(member));
        }
    }

    @Transactional
    void endAll(MemberId by, MemberId member) {
        all(member).forEach(login -> close(by, member, login));
    }

    /// Ends all log-ins of a member but the one behind this request.
    @Transactional
    public void endOthers(SignedIn kept) {
        all(kept.member()).stream()
                .filter(login -> !login.equals(kept.login()))
                .forEach(login -> close(kept.member(), login));
    }

    private void begun(MemberId member, LoginId login) {
        activities.tell(new MemberEvent.LoggedIn(member, login));
        endSuperfluous(member);
    }

    private void endSuperfluous(MemberId member) {
        jdbc.sql(
                        """
                        select id from login where member_id = ? and secret_hash is not null
                        order by opened_at desc, id offset ? for update skip locked
                        """)
                .params(member.value(), MOST)
                .query(Columns.ids("id", LoginId::new))
                .list()
                .forEach(oldest -> close(member, oldest));
    }

    /// Nobody waits for whoever else does the same.
    private void clearExpired() {
        jdbc.sql(
                        """
                        delete from login where id in (
                            select id from login where expires_at <= ? for update skip locked)
                        """)
                .param(now())
                .update();
    }

    private List<LoginId> all(MemberId member) {
        return jdbc.sql("select id from login where member_id = ?")
                .param(member.value())
                .query(Columns.ids("id", LoginId::new))
                .list();
    }

    private Optional<Resumed> resume(Key presented, Stored stored) {
        SignedIn signedIn = SignedIn.byLogin(stored.member(), presented.login());
        if (presented.secret().hasHash(stored.hash()) || isPrevious(presented, stored)) {
            boolean parallel =
                    stored.previous() != null
                            && clock.instant().isBefore(stored.rotated().plus(PARALLEL));
            return Optional.of(new Resumed(signedIn, parallel ? null : rotate(presented, stored)));
        }
        if (stored.mark() != null && stored.mark().isOn(presented.secret())) {
            log.warn(
                    "Log-in {} was presented with a secret that was replaced long ago; it ends",
                    presented.login());
            close(stored.member(), presented.login());
        }
        return Optional.empty();
    }

    private Key rotate(Key presented, Stored stored) {
        SecretMark mark = stored.mark() == null ? SecretMark.random() : stored.mark();
        var next = new Key(presented.login(), mark.newSecret());
        jdbc.sql(
                        """
                        update login
                        set secret_hash = ?, previous_hash = ?, mark = ?, rotated_at = ?, expires_at = ?
                        where id = ?
                        """)
                .params(
                        next.secret().hash(),
                        presented.secret().hash(),
                        mark.key(),
                        now(),
                        now().plus(LIFETIME),
                        presented.login().value())
                .update();
        return next;
    }

    private Optional<Stored> stored(LoginId login, String lock) {
        return jdbc.sql(
                        """
                        select member_id, secret_hash, previous_hash, rotated_at, mark from login
                        where id = ? and expires_at > ? and secret_hash is not null
                        """
                                + lock)
                .params(login.value(), now())
                .query((row, _) -> {
                    byte[] mark = row.getBytes("mark");
                    return new Stored(
                            Columns.id(row, "member_id", MemberId::new),
                            row.getBytes("secret_hash"),
                            row.getBytes("previous_hash"),
                            row.getTimestamp("rotated_at").toInstant(),
                            mark == null ? null : new SecretMark(mark));
                })
                .optional();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
