package org.rotfaden.organisation.bodies;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.rotfaden.association.Term;
import org.rotfaden.security.Columns;
import org.rotfaden.security.MemberId;
import org.rotfaden.security.Today;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The rows of offices, except for how they end before their time, which is [OfficeEnds]'.
@Repository
class OfficeRows {

    private static final RowMapper<Office> OFFICE = (row, _) -> office(row);

    private final JdbcClient jdbc;
    private final Today today;

    OfficeRows(JdbcClient jdbc, Today today) {
        this.jdbc = jdbc;
        this.today = today;
    }

    /// All that were or will be held in a body: the newest first, then in the order of its seats.
    List<Office> in(BodyId body) {
        return jdbc.sql(
                        """
                        select office.*
                        from office
                            join member on member.id = office.member_id
                            left join body_seat seat on seat.body_id = office.body_id and seat.title = office.title
                        where office.body_id = ? and last_day >= from_day
                        order by from_day desc, seat.rank nulls last, lower(member.name), office.id
                        """)
                .param(body.value())
                .query(OFFICE)
                .list();
    }

    /// Those that somebody holds today.
    List<Office> of(MemberId member) {
        return jdbc.sql(
                        "select * from office where member_id = ? and ? between from_day and"
                                + " last_day")
                .params(member.value(), today.date())
                .query(OFFICE)
                .list();
    }

    /// One that is not over.
    Optional<Office> find(OfficeId id) {
        return jdbc.sql("select * from office where id = ? and last_day >= greatest(from_day, ?)")
                .params(id.value(), today.date())
                .query(OFFICE)
                .optional();
    }

    void insert(Body body, Election election, ElectionId id) {
        election.elected()
                .forEach(elected ->
                        jdbc.sql(
                                        """
                                        insert into office (id, body_id, member_id, role, title, from_day,
                                            last_day, elected_on, elected_by, election_id, written_on)
                                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                                        """)
                                .params(
                                        UUID.randomUUID(),
                                        body.id().value(),
                                        elected.member().value(),
                                        body.seat(elected.title()).role().name(),
                                        elected.title(),
                                        election.term().from(),
                                        election.term().end().orElseThrow(),
                                        election.electedOn(),
                                        election.electedBy(),
                                        id.value(),
                                        today.date())
                                .update());
    }

    /// Whether an election was written down today and nothing of it has ended.
    boolean stands(ElectionId election) {
        return jdbc.sql(
                        """
                        select bool_and(written_on = ? and ended_because is null and last_day >= from_day)
                        from office where election_id = ?
                        """)
                .params(today.date(), election.value())
                .query(Boolean.class)
                .single();
    }

    /// An election gave nothing.
    ///
    /// @return to whom
    List<MemberId> callOff(ElectionId election) {
        return jdbc.sql(
                        """
                        update office set last_day = from_day - 1, elected_until = from_day - 1
                        where election_id = ? returning member_id
                        """)
                .param(election.value())
                .query(Columns.ids("member_id", MemberId::new))
                .list();
    }

    /// Whether an election was one of a body.
    boolean isOf(Body body, ElectionId election) {
        return jdbc.sql("select exists (select from office where body_id = ? and election_id = ?)")
                .params(body.id().value(), election.value())
                .query(Boolean.class)
                .single();
    }

    /// Whether an office is one of a body.
    boolean isOf(Body body, OfficeId office) {
        return jdbc.sql("select exists (select from office where body_id = ? and id = ?)")
                .params(body.id().value(), office.value())
                .query(Boolean.class)
                .single();
    }

    private static Office office(ResultSet row) throws SQLException {
        String because = row.getString("ended_because");
        return new Office(
                Columns.id(row, "id", OfficeId::new),
                Columns.id(row, "body_id", BodyId::new),
                Columns.id(row, "member_id", MemberId::new),
                OfficeRole.valueOf(row.getString("role")),
                row.getString("title"),
                Term.of(row),
                row.getObject("elected_on", LocalDate.class),
                row.getString("elected_by"),
                because == null ? null : OfficeEnd.valueOf(because));
    }
}
