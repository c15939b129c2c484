package org.rotfaden.members;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.rotfaden.security.MemberId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The members of the association.
@Service
public class Members {

    private static final RowMapper<Member> MEMBER =
            (row, _) ->
                    new Member(
                            new MemberId(row.getObject("id", UUID.class)),
                            row.getString("name"),
                            new Email(row.getString("email")),
                            Right.valueOf(row.getString("may")),
                            row.getBoolean("administrator"),
                            row.getTimestamp("joined_at").toInstant());

    private final JdbcClient jdbc;
    private final PasswordEncoder passwords;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Members(
            JdbcClient jdbc,
            PasswordEncoder passwords,
            ApplicationEventPublisher events,
            Clock clock) {
        this.jdbc = jdbc;
        this.passwords = passwords;
        this.events = events;
        this.clock = clock;
    }

    public Member get(MemberId id) {
        return find(id).orElseThrow(MemberNotFound::new);
    }

    public Optional<Member> find(MemberId id) {
        return jdbc.sql("select * from member where id = ?")
                .param(id.value())
                .query(MEMBER)
                .optional();
    }

    /// All members in the order of their names.
    public List<Member> list() {
        return jdbc.sql("select * from member order by lower(name), id").query(MEMBER).list();
    }

    public boolean isEmpty() {
        return jdbc.sql("select not exists (select from member)").query(Boolean.class).single();
    }

    /// Makes the first member, who administers the others. Of two who try at the same moment one
    /// succeeds.
    ///
    /// @throws AlreadySetUp when there is a member
    @Transactional
    public Member registerFirstAdministrator(String name, Email email, String password) {
        jdbc.sql("lock table member in share row exclusive mode").update();
        if (!isEmpty()) {
            throw new AlreadySetUp();
        }
        return register(
                new NewMember(name, email, password, Right.WRITE, true).withStrongPassword());
    }

    /// Makes a member of the sample association, whose password everybody knows.
    @Transactional
    public Member registerSample(NewMember newcomer) {
        return register(newcomer);
    }

    /// Changes what a member may do.
    ///
    /// @throws OnlyAdministrators unless an administrator does it
    @Transactional
    public Member changeRight(MemberId by, MemberId whose, Right right) {
        if (!find(by).map(Member::administrator).orElse(false)) {
            throw new OnlyAdministrators();
        }
        Member member = get(whose);
        if (member.right() != right) {
            jdbc.sql("update member set may = ? where id = ?")
                    .params(right.name(), whose.value())
                    .update();
            events.publishEvent(new MemberEvent.RightChanged(whose, right));
        }
        return get(whose);
    }

    /// The member with this e-mail address and password. Takes as long when there is none with this
    /// address as when the password is wrong.
    Optional<Member> withPassword(String email, String password) {
        Optional<String> hash =
                jdbc.sql("select password_hash from member where email = lower(?)")
                        .param(email.strip())
                        .query(String.class)
                        .optional();
        boolean matches = passwords.matches(password, hash.orElseGet(this::hashOfNobody));
        return hash.isPresent() && matches
                ? jdbc.sql("select * from member where email = lower(?)")
                        .param(email.strip())
                        .query(MEMBER)
                        .optional()
                : Optional.empty();
    }

    private Member register(NewMember newcomer) {
        MemberId id = MemberId.random();
        try {
            jdbc.sql("insert into member values (?, ?, ?, ?, ?, ?, ?)")
                    .params(
                            id.value(),
                            newcomer.name(),
                            newcomer.email().value(),
                            passwords.encode(newcomer.password()),
                            newcomer.right().name(),
                            newcomer.administrator(),
                            clock.instant().atOffset(ZoneOffset.UTC))
                    .update();
        } catch (DuplicateKeyException taken) {
            throw new EmailTaken();
        }
        events.publishEvent(new MemberEvent.Registered(id));
        return get(id);
    }

    private String hashOfNobody() {
        return NobodysPassword.hash(passwords);
    }
}
