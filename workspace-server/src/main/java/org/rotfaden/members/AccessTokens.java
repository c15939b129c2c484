package org.rotfaden.members;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.rotfaden.audit.AuditTrail;
import org.rotfaden.security.MemberId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The personal access tokens of members.
@Service
public class AccessTokens {

    private static final String PREFIX = "rfp_";
    private static final Duration LIFETIME = Duration.ofDays(365);

    private static final RowMapper<AccessToken> TOKEN =
            (row, _) ->
                    new AccessToken(
                            row.getObject("id", UUID.class),
                            new MemberId(row.getObject("member_id", UUID.class)),
                            row.getTimestamp("created_at").toInstant(),
                            row.getTimestamp("expires_at").toInstant());

    private final JdbcClient jdbc;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    AccessTokens(JdbcClient jdbc, AuditTrail audit, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    @Transactional
    public NewAccessToken create(MemberId member) {
        UUID id = UUID.randomUUID();
        Secret secret = Secret.random();
        Instant now = clock.instant();
        Instant expires = now.plus(LIFETIME);
        jdbc.sql("insert into access_token values (?, ?, ?, ?, ?)")
                .params(
                        id,
                        member.value(),
                        secret.hash(),
                        now.atOffset(ZoneOffset.UTC),
                        expires.atOffset(ZoneOffset.UTC))
                .update();
        audit.record(member, "ACCESS_TOKEN_MADE", Members.subjectOf(member), id);
        return new NewAccessToken(id, PREFIX + secret.value(), expires);
    }

    /// The valid token behind a text, if it is one.
    public Optional<AccessToken> find(String token) {
        if (!token.startsWith(PREFIX)) {
            return Optional.empty();
        }
        return jdbc.sql("select * from access_token where hash = ? and expires_at > ?")
                .params(
                        new Secret(token.substring(PREFIX.length())).hash(),
                        clock.instant().atOffset(ZoneOffset.UTC))
                .query(TOKEN)
                .optional();
    }

    /// A member's tokens, the newest first.
    public List<AccessToken> of(MemberId member) {
        return jdbc.sql("select * from access_token where member_id = ? order by created_at desc")
                .param(member.value())
                .query(TOKEN)
                .list();
    }

    /// Ends a token, and with it the connections that were opened with it.
    ///
    /// @throws AccessTokenNotFound unless it is one of the member's own
    @Transactional
    public void revoke(MemberId by, UUID id) {
        end(by, id);
        audit.record(by, "ACCESS_TOKEN_REVOKED", Members.subjectOf(by), id);
    }

    @Transactional
    public void revokeAll(MemberId whose) {
        jdbc.sql("delete from access_token where member_id = ? returning id")
                .param(whose.value())
                .query(UUID.class)
                .list()
                .forEach(id -> events.publishEvent(new MemberEvent.AccessTokenRevoked(whose, id)));
    }

    private void end(MemberId whose, UUID id) {
        int ended =
                jdbc.sql("delete from access_token where id = ? and member_id = ?")
                        .params(id, whose.value())
                        .update();
        if (ended == 0) {
            throw new AccessTokenNotFound();
        }
        events.publishEvent(new MemberEvent.AccessTokenRevoked(whose, id));
    }
}
