package org.rotfaden;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.rotfaden.crdt.FirstContent;
import org.rotfaden.members.AccessTokens;
import org.rotfaden.members.Email;
import org.rotfaden.members.Member;
import org.rotfaden.members.Members;
import org.rotfaden.members.NewMember;
import org.rotfaden.members.Right;
import org.rotfaden.motions.DraftMotion;
import org.rotfaden.motions.MotionSummary;
import org.rotfaden.motions.Motions;
import org.rotfaden.security.LoginId;
import org.rotfaden.security.MemberId;
import org.rotfaden.security.SignedIn;
import org.rotfaden.security.Subject;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A small association for tests: people come into being when they are first asked for.
@TestComponent
public class Association {

    public static final String PASSWORD = "ein langes Passwort";

    private final Members members;
    private final Motions motions;
    private final AccessTokens tokens;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final Map<String, Member> known = new ConcurrentHashMap<>();
    private final AtomicInteger strangers = new AtomicInteger();

    Association(
            Members members, Motions motions, AccessTokens tokens, JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.members = members;
        this.motions = motions;
        this.tokens = tokens;
    }

    /// Administers and writes.
    public Member anna() {
        return member("Anna", Right.WRITE, true);
    }

    /// Writes.
    public Member bekir() {
        return member("Bekir", Right.WRITE, false);
    }

    /// Only reads.
    public Member clara() {
        return member("Clara", Right.READ, false);
    }

    /// Somebody whom no other test knows, and whose name is no part of another's.
    public Member newcomer(Right right) {
        return member("Neu%05d".formatted(strangers.incrementAndGet()), right, false);
    }

    public String tokenOf(Member member) {
        return tokenOf(member.id());
    }

    public String tokenOf(MemberId member) {
        return tokens.create(logIn(member)).token();
    }

    /// Logged in anew.
    public SignedIn logIn(MemberId member) {
        LoginId login = LoginId.random();
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        jdbc.sql(
                        """
                        insert into login (id, member_id, begun_at, rotated_at, opened_at, expires_at)
                        values (?, ?, ?, ?, ?, ?)
                        """)
                .params(login.value(), member.value(), now, now, now, now.plusDays(90))
                .update();
        return SignedIn.byLogin(member, login);
    }

    public MotionSummary motion(String title) {
        return motions.draft(
                new DraftMotion(anna().id(), Subject.ASSOCIATION, FirstContent.titled(title)));
    }

    private Member member(String name, Right right, boolean administrator) {
        return known.computeIfAbsent(name, _ -> register(name, right, administrator));
    }

    private Member register(String name, Right right, boolean administrator) {
        Member member =
                members.registerSample(
                                List.of(
                                        new NewMember(
                                                name, new Email(name + "@example.org"), right)),
                                PASSWORD)
                        .getFirst();
        if (administrator) {
            jdbc.sql(
                            """
                            insert into explicit_grant
                            select gen_random_uuid(), ?, role, ?, ?, '2020-01-01'
                            from unnest(array ['ADMINISTRATOR', 'OPERATOR']) role
                            """)
                    .params(
                            member.id().value(),
                            Subject.ASSOCIATION.type(),
                            Subject.ASSOCIATION.id())
                    .update();
        }
        return member;
    }
}
