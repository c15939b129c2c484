package org.rotfaden.members;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.rotfaden.security.Columns;
import org.rotfaden.security.MemberId;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The rows of members.
@Repository
class MemberRows {

    private static final RowMapper<Member> MEMBER =
            (row, _) ->
                    new Member(
                            Columns.id(row, "id", MemberId::new),
                            row.getString("name"),
                            row.getString("slug"),
                            Email.kept(row.getString("email")),
                            Right.valueOf(row.getString("may")),
                            row.getObject("born", LocalDate.class),
                            row.getTimestamp("joined_at").toInstant());

    /// The member who is known by an address: `:normal`, its one form, or `:former`. Who has an
    /// address since it had another form, and could not get the one form because somebody else has
    /// it, is known by hers.
    static final String KNOWN_BY =
            """
            (select id from member where email in (:former, :normal)
            order by email = :former desc limit 1)
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    MemberRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Optional<Member> find(MemberId id) {
        return jdbc.sql("select * from member where id = ?")
                .param(id.value())
                .query(MEMBER)
                .optional();
    }

    Optional<Member> find(String slug) {
        return jdbc.sql("select * from member where slug = ?").param(slug).query(MEMBER).optional();
    }

    /// Asked for with every question about rights.
    Optional<Right> rightOf(MemberId id) {
        return jdbc.sql("select may from member where id = ?")
                .param(id.value())
                .query((row, _) -> Right.valueOf(row.getString("may")))
                .optional();
    }

    /// Those whose name or address has these words in it, in the order of their names.
    List<Member> list(String words, int after, int most) {
        return jdbc.sql(
                        """
                        select * from member
                        where position(lower(?) in lower(name)) > 0 or position(lower(?) in lower(email)) > 0
                        order by lower(name), id
                        offset ? limit ?
                        """)
                .params(words, words, after, most)
                .query(MEMBER)
                .list();
    }

    /// Whether somebody is known by this address.
    boolean has(Email email) {
        return jdbc.sql("select exists " + KNOWN_BY)
                .param("former", email.former())
                .param("normal", email.value())
                .query(Boolean.class)
                .single();
    }

    boolean areNone() {
        return jdbc.sql("select not exists (select from member)").query(Boolean.class).single();
    }

    /// What is decided about one member is decided one after the other, until the transaction ends.
    void lock(MemberId member) {
        jdbc.sql("select 1 from member where id = ? for no key update")
                .param(member.value())
                .query(Integer.class)
                .list();
    }

    /// Nobody decides anything about a member until the transaction ends.
    void hold(MemberId member) {
        jdbc.sql("select 1 from member where id = ? for share")
                .param(member.value())
                .query(Integer.class)
                .list();
    }

    /// Nobody else becomes a member until the transaction ends.
    void lockAll() {
        jdbc.sql("lock table member in share row exclusive mode").update();
    }

    void correctBorn(MemberId whose, LocalDate born) {
        jdbc.sql("update member set born = ? where id = ?").params(born, whose.value()).update();
    }

    void changeRight(MemberId whose, Right right) {
        jdbc.sql("update member set may = ? where id = ?")
                .params(right.name(), whose.value())
                .update();
    }

    /// Some members at once. Who does not exist is left out.
    Map<MemberId, Member> some(Collection<MemberId> ids) {
        return jdbc
                .sql("select * from member where id = any(?)")
                .param(ids.stream().map(MemberId::value).distinct().toArray(UUID[]::new))
                .query(MEMBER)
                .list()
                .stream()
                .collect(Collectors.toMap(Member::id, Function.identity()));
    }

    /// The names of some members.
    Map<MemberId, String> namesOf(Collection<MemberId> ids) {
        return jdbc
                .sql("select id, name from member where id = any(?)")
                .param(ids.stream().map(MemberId::value).toArray(UUID[]::new))
                .query((row, _) ->
                        Map.entry(Columns.id(row, "id", MemberId::new), row.getString("name")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /// Writes down a member, unless somebody else has the place in addresses.
    ///
    /// @return whether it was done
    boolean insert(MemberId id, String slug, NewMember newcomer, String hash) {
        return jdbc.sql(
                                """
                                insert into member values (?, ?, ?, ?, ?, ?, ?, ?)
                                on conflict (slug) do nothing
                                """)
                        .param(id.value())
                        .param(newcomer.name().value())
                        .param(newcomer.email().value())
                        .param(hash)
                        .param(newcomer.right().name())
                        .param(clock.instant().atOffset(ZoneOffset.UTC))
                        .param(newcomer.born())
                        .param(slug)
                        .update()
                == 1;
    }
}
