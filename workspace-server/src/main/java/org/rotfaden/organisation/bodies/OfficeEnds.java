package org.rotfaden.organisation.bodies;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rotfaden.security.Columns;
import org.rotfaden.security.MemberId;
import org.rotfaden.security.Today;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The early ends of offices, each by itself: an office lasts until the earliest of them, and when
/// one is taken back, the others stand.
@Repository
class OfficeEnds {

    /// An end as it was written down.
    ///
    /// @param on nothing when it is not known any more
    record Written(long id, MemberId holder, OfficeEnd because, @Nullable LocalDate on) {}

    private final JdbcClient jdbc;
    private final Today today;

    OfficeEnds(JdbcClient jdbc, Today today) {
        this.jdbc = jdbc;
        this.today = today;
    }

    /// @param successor the election that ends it, if one does
    void write(
            OfficeId office, LocalDate lastDay, OfficeEnd because, @Nullable ElectionId successor) {
        jdbc.sql("update office set elected_until = coalesce(elected_until, last_day) where id = ?")
                .param(office.value())
                .update();
        jdbc.sql(
                        """
                        insert into office_end (office_id, last_day, because, written_on, successor)
                        select id, greatest(from_day - 1, least(elected_until, ?)), ?, ?, ?
                        from office where id = ?
                        """)
                .param(lastDay)
                .param(because.name())
                .param(today.date())
                .param(successor == null ? null : successor.value())
                .param(office.value())
                .update();
        settle(List.of(office));
    }

    /// The end of an office that was written down last.
    Optional<Written> latest(OfficeId office) {
        return jdbc.sql(
                        """
                        select office_end.id, member_id, because, office_end.written_on
                        from office_end join office on office.id = office_id
                        where office_id = ? order by office_end.id desc limit 1
                        """)
                .param(office.value())
                .query((row, _) ->
                        new Written(
                                row.getLong("id"),
                                Columns.id(row, "member_id", MemberId::new),
                                OfficeEnd.valueOf(row.getString("because")),
                                row.getObject("written_on", LocalDate.class)))
                .optional();
    }

    /// Takes one back.
    void takeBack(Written written) {
        withdraw("id = ?", written.id());
    }

    /// Takes back what an election ended.
    ///
    /// @return whose offices these are
    List<MemberId> takeBack(ElectionId successor) {
        return withdraw("successor = ?", successor.value());
    }

    private List<MemberId> withdraw(String which, Object key) {
        return settle(
                jdbc.sql("delete from office_end where " + which + " returning office_id")
                        .param(key)
                        .query(Columns.ids("office_id", OfficeId::new))
                        .list());
    }

    private List<MemberId> settle(List<OfficeId> offices) {
        return jdbc.sql(
                        """
                        update office
                        set last_day = coalesce(
                                (select min(ended.last_day) from office_end ended where office_id = office.id),
                                elected_until),
                            ended_because = (
                                select because from office_end ended where office_id = office.id
                                order by ended.last_day, ended.id limit 1)
                        where id = any(?) returning member_id
                        """)
                .param(offices.stream().map(OfficeId::value).toArray(UUID[]::new))
                .query(Columns.ids("member_id", MemberId::new))
                .list();
    }
}
