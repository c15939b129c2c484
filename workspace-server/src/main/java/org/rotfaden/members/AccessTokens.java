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
import org.rotfaden.audit.AuditTrail;
import org.rotfaden.security.Columns;
import org.rotfaden.security.LoginId;
import org.rotfaden.security.MemberId;
import org.rotfaden.security.RightsChanged;
import org.rotfaden.security.SignedIn;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The personal access tokens of members.
@Service
public class AccessTokens {

    private static final String SCHEME = "Bearer ";

    private static final String PREFIX = "rfp_";
    private static final Duration LIFETIME = Duration.ofDays(365);

    private static final RowMapper<AccessToken> TOKEN =
            (row, _) ->
                    new AccessToken(
                            Columns.uuid(row, "id"),
                            Columns.id(row, "member_id", MemberId::new),
                            row.getTimestamp("created_at").toInstant(),
                            row.getTimestamp("expires_at").toInstant());

    /// So many tokens a member has at the most; the oldest end.
    static final int MOST = 200;

    private final JdbcClient jdbc;
    private final AuditTrail audit;
    private final Activities activities;
    private final Clock clock;

    AccessTokens(JdbcClient jdbc, AuditTrail audit, Activities activities, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.activities = activities;
        this.clock = clock;
    }

    /// Makes a token for whoever is logged in. Whoever ends the log-in at that moment ends the
    /// token too, or there is none.
    ///
    /// @throws org.rotfaden.security.BrokenRule LOGIN_ENDED when the log-in has ended, or it is no
    ///   log-in
    @Transactional
    public NewAccessToken create(SignedIn by) {
        hold(by);
        UUID id = UUID.randomUUID();
        Secret secret = Secret.random();
        Instant now = clock.instant();
        Instant expires = now.plus(LIFETIME);
        jdbc.sql("insert into access_token values (?, ?, ?, ?, ?)")
                .params(
                        id,
                        by.member().value(),
                        secret.hash(),
                        now.atOffset(ZoneOffset.UTC),
                        expires.atOffset(ZoneOffset.UTC))
                .update();
        endSuperfluous(by.member());
        activities.tell(new MemberEvent.AccessTokenCreated(by.member(), id));
        audit.record(by.member(), "ACCESS_TOKEN_MADE", by.member().subject(), id);
        return new NewAccessToken(id, PREFIX + secret.value(), expires);
    }

    /// Lets nobody end a log-in until the current transaction ends.
    private void hold(SignedIn by) {
        LoginId login = by.login();
        if (login == null
                || jdbc.sql("select 1 from login where id = ? and expires_at > ? for share")
                        .params(login.value(), now())
                        .query(Integer.class)
                        .optional()
                        .isEmpty()) {
            throw MemberObjection.LOGIN_ENDED.raised();
        }
    }

    private void endSuperfluous(MemberId member) {
        jdbc.sql(
                        """
                        delete from access_token where id in (
                            select id from access_token where member_id = ?
                            order by created_at desc, id offset ? for update skip locked)
                        returning id
                        """)
                .params(member.value(), MOST)
                .query(UUID.class)
                .list()
                .forEach(id -> tellOfEnd(member, member, id));
    }

    /// What an `Authorization` header presents as a token (RFC 6750): nothing where it is of
    /// another scheme, or not there.
    public static Optional<String> presentedIn(@Nullable String authorization) {
        return Optional.ofNullable(authorization)
                .filter(header -> header.startsWith(SCHEME))
                .map(header -> header.substring(SCHEME.length()).strip());
    }

    /// The valid token behind a text, if it is one.
    public Optional<AccessToken> find(String token) {
        if (!token.startsWith(PREFIX)) {
            return Optional.empty();
        }
        return jdbc.sql("select * from access_token where hash = ? and expires_at > ?")
                .params(new Secret(token.substring(PREFIX.length())).hash(), now())
                .query(TOKEN)
                .optional();
    }

    /// The token with this id, if it is valid still.
    public Optional<AccessToken> find(UUID token) {
        return jdbc.sql("select * from access_token where id = ? and expires_at > ?")
                .params(token, now())
                .query(TOKEN)
                .optional();
    }

    /// A member's valid tokens, the newest first.
    public List<AccessToken> of(MemberId member) {
        return jdbc.sql(
                        """
                        select * from access_token where member_id = ? and expires_at > ?
                        order by created_at desc
                        """)
                .params(member.value(), now())
                .query(TOKEN)
                .list();
    }

    /// Ends a token, and with it the connections that were opened with it.
    ///
    /// @throws AccessTokenNotFound unless it is one of the member's own
    @Transactional
    public void revoke(MemberId by, UUID id) {
        end(by, id);
        audit.record(by, "ACCESS_TOKEN_REVOKED", by.subject(), id);
    }

    @Transactional
    void revokeAll(MemberId by, MemberId whose) {
        revoke(by, whose, Optional.empty());
    }

    /// Ends all tokens of a member but the one behind this request.
    @Transactional
    void revokeOthers(SignedIn kept) {
        revoke(kept.member(), kept.member(), Optional.ofNullable(kept.accessToken()));
    }

    private void revoke(MemberId by, MemberId whose, Optional<UUID> kept) {
        jdbc.sql(
                        """
                        delete from access_token where member_id = ? and id is distinct from ?::uuid
                        returning id
                        """)
                .param(whose.value())
                .param(kept.orElse(null))
                .query(UUID.class)
                .list()
                .forEach(id -> tellOfEnd(by, whose, id));
    }

    private void end(MemberId whose, UUID id) {
        int ended =
                jdbc.sql("delete from access_token where id = ? and member_id = ?")
                        .params(id, whose.value())
                        .update();
        if (ended == 0) {
            throw new AccessTokenNotFound();
        }
        tellOfEnd(whose, whose, id);
    }

    private void tellOfEnd(MemberId by, MemberId whose, UUID token) {
        activities.tell(new MemberEvent.AccessTokenRevoked(by, whose, token));
        activities.tell(RightsChanged.of(whose));
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
