package org.rotfaden.members;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.rotfaden.security.MemberId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// In which browsers a member has logged in before, also when she has logged out since. Nothing
/// opens by it; who guesses elsewhere cannot slow her down here.
@Component
class KnownBrowsers {

    private static final Duration LIFETIME = Duration.ofDays(365);

    /// So many browsers of a member are known; those in which she logged in longest ago are not.
    private static final int MOST = 20;

    private final JdbcClient jdbc;
    private final Clock clock;

    KnownBrowsers(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /// Whether the member with this e-mail address has logged in with this browser.
    boolean knows(Email email, Secret browser) {
        return jdbc.sql(
                                "select count(*) from known_browser where secret_hash = :browser"
                                        + " and seen_at > :since and member_id = "
                                        + MemberRows.KNOWN_BY)
                        .param("browser", browser.hash())
                        .param("since", now().minus(LIFETIME))
                        .param("former", email.former())
                        .param("normal", email.value())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /// A member has logged in with a browser. One browser has one secret, whoever logs in there.
    @Transactional
    void remember(MemberId member, HttpServletRequest request, HttpServletResponse response) {
        Secret browser = Whence.of(request).browser().orElseGet(Secret::random);
        jdbc.sql(
                        """
                        insert into known_browser (member_id, secret_hash, seen_at) values (?, ?, ?)
                        on conflict (member_id, secret_hash) do update set seen_at = excluded.seen_at
                        """)
                .params(member.value(), browser.hash(), now())
                .update();
        jdbc.sql(
                        """
                        delete from known_browser where member_id = ? and secret_hash in (
                            select secret_hash from known_browser where member_id = ?
                            order by seen_at desc, secret_hash offset ? for update skip locked)
                        """)
                .params(member.value(), member.value(), MOST)
                .update();
        Whence.BROWSER.send(request, response, browser.value(), LIFETIME);
    }

    /// Whoever got in by a password that is no longer valid is a stranger again.
    void forgetAll(MemberId member) {
        jdbc.sql("delete from known_browser where member_id = ?").param(member.value()).update();
    }

    /// The same, but for the browser in which the password was changed.
    void forgetOthers(MemberId member, Secret kept) {
        jdbc.sql("delete from known_browser where member_id = ? and secret_hash <> ?")
                .params(member.value(), kept.hash())
                .update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
