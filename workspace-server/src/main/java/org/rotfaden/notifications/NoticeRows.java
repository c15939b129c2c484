package org.rotfaden.notifications;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rotfaden.security.Columns;
import org.rotfaden.security.MemberId;
import org.rotfaden.security.Subject;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The rows of notices.
@Repository
class NoticeRows {

    /// So many of one member are kept, the newest.
    static final int MOST_OF_ONE = 1000;

    /// One subject at a time, in the whole database.
    private static final int LOCK = 0x6e6f7465;

    /// Something that happened, for those whom it concerns.
    ///
    /// @param version which of the things it was that happened to the subject
    record Occurrence(Subject subject, long version, @Nullable MemberId by, Instant at) {}

    /// How many notices about one subject wait.
    record Waiting(Subject subject, int notices) {}

    private final JdbcClient jdbc;

    NoticeRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// What is heard of a subject, and what is read of it, goes one after the other until the
    /// current transaction ends.
    void hold(Subject subject) {
        jdbc.sql("select pg_advisory_xact_lock(?, hashtext(?))")
                .params(LOCK, subject.type() + " " + subject.id())
                .query((_, _) -> true)
                .list();
    }

    /// Writes down that something concerned some members. Who has read it already is shown it as
    /// read.
    ///
    /// @return those of whom it was not known
    Set<MemberId> insert(
            Occurrence what, String why, boolean inPerson, Collection<MemberId> members) {
        if (members.isEmpty()) {
            return Set.of();
        }
        UUID[] whose = members.stream().map(MemberId::value).toArray(UUID[]::new);
        List<MemberId> news =
                jdbc.sql(
                                """
                                insert into notice (id, member_id, why, subject_type, subject_id, version,
                                    in_person, by_id, at, read_at)
                                select gen_random_uuid(), whose, :why, :type, :id, :version, :in_person,
                                    cast(:by as uuid), :at, case when read_to >= :at then read_to end
                                from unnest(:whose::uuid[]) whose
                                left join notice_read on member_id = whose and subject_type = :type
                                    and subject_id = :id
                                on conflict do nothing returning member_id
                                """)
                        .param("whose", whose)
                        .param("why", why)
                        .param("type", what.subject().type())
                        .param("id", what.subject().id())
                        .param("version", what.version())
                        .param("in_person", inPerson)
                        .param("by", what.by() == null ? null : what.by().value())
                        .param("at", utc(what.at()))
                        .query(Columns.ids("member_id", MemberId::new))
                        .list();
        cut(whose);
        return new HashSet<>(news);
    }

    private void cut(UUID[] whose) {
        jdbc.sql(
                        """
                        delete from notice using unnest(:whose::uuid[]) whose, lateral
                            (select at from notice newest where newest.member_id = whose
                                order by at desc offset :most limit 1) edge
                        where notice.member_id = whose and notice.at <= edge.at
                        """)
                .param("whose", whose)
                .param("most", MOST_OF_ONE)
                .update();
    }

    /// All of a member, those gathered that belong together, the newest first.
    List<Notice> of(MemberId member) {
        return jdbc.sql(
                        """
                        select (array_agg(id order by at desc, id))[1] as id, why, subject_type, subject_id,
                            (array_agg(by_id order by at desc, id))[1] as by_id, max(at) as newest,
                            count(*) as how_many, read_at
                        from notice where member_id = ?
                        group by why, subject_type, subject_id, read_at, case when in_person then id end
                        order by newest desc, 1
                        """)
                .param(member.value())
                .query((row, _) -> notice(row))
                .list();
    }

    /// One of a member's, by itself.
    Optional<Notice> find(MemberId member, NoticeId id) {
        return jdbc.sql(
                        "select notice.*, at as newest, 1 as how_many from notice where member_id ="
                                + " ? and id = ?")
                .params(member.value(), id.value())
                .query((row, _) -> notice(row))
                .optional();
    }

    private static Notice notice(ResultSet row) throws SQLException {
        return new Notice(
                Columns.id(row, "id", NoticeId::new),
                row.getString("why"),
                Columns.subject(row, "subject"),
                Columns.idOrNull(row, "by_id", MemberId::new),
                row.getTimestamp("newest").toInstant(),
                row.getInt("how_many"),
                Columns.momentOrNull(row, "read_at"));
    }

    /// What a member has not read, counted by what it is about, the newest first.
    List<Waiting> waiting(MemberId member) {
        return jdbc.sql(
                        """
                        select subject_type, subject_id,
                            count(distinct case when in_person then id::text else why end) as notices
                        from notice where member_id = ? and read_at is null
                        group by subject_type, subject_id order by max(at) desc
                        """)
                .param(member.value())
                .query((row, _) ->
                        new Waiting(Columns.subject(row, "subject"), row.getInt("notices")))
                .list();
    }

    /// Marks as read what a member has not read.
    ///
    /// @return how many
    int read(MemberId member, Instant now) {
        return jdbc.sql("update notice set read_at = ? where member_id = ? and read_at is null")
                .params(utc(now), member.value())
                .update();
    }

    /// Marks some as read, each with what is gathered in it.
    int read(MemberId member, Collection<NoticeId> ids, Instant now) {
        return jdbc.sql(
                        """
                        update notice set read_at = :now
                        from notice shown
                        where notice.member_id = :member and notice.read_at is null
                            and shown.member_id = :member and shown.id = any(:ids)
                            and (notice.id = shown.id or (not notice.in_person and not shown.in_person
                                and notice.why = shown.why and notice.subject_type = shown.subject_type
                                and notice.subject_id = shown.subject_id and notice.at <= shown.at))
                        """)
                .param("now", utc(now))
                .param("member", member.value())
                .param("ids", ids.stream().map(NoticeId::value).toArray(UUID[]::new))
                .update();
    }

    /// Marks as read what happened to a subject up to a moment.
    int readUpTo(MemberId member, Subject subject, Instant to, Instant now) {
        jdbc.sql(
                        """
                        insert into notice_read as known values (?, ?, ?, ?)
                        on conflict (member_id, subject_type, subject_id)
                        do update set read_to = greatest(known.read_to, excluded.read_to)
                        """)
                .params(member.value(), subject.type(), subject.id(), utc(to))
                .update();
        return jdbc.sql(
                        """
                        update notice set read_at = ?
                        where member_id = ? and subject_type = ? and subject_id = ? and at <= ?
                            and read_at is null
                        """)
                .params(utc(now), member.value(), subject.type(), subject.id(), utc(to))
                .update();
    }

    /// What was marked as read at one moment is not read again.
    int takeBack(MemberId member, Instant read) {
        return jdbc.sql("update notice set read_at = null where member_id = ? and read_at = ?")
                .params(member.value(), utc(read))
                .update();
    }

    void deleteBefore(Instant moment) {
        jdbc.sql("delete from notice where at < ?").param(utc(moment)).update();
    }

    void forgetReadBefore(Instant moment) {
        jdbc.sql("delete from notice_read where read_to < ?").param(utc(moment)).update();
    }

    /// Those of a member, and that she brought about others'.
    void forget(MemberId member) {
        jdbc.sql("delete from notice where member_id = ?").param(member.value()).update();
        jdbc.sql("delete from notice_read where member_id = ?").param(member.value()).update();
        jdbc.sql("update notice set by_id = null where by_id = ?").param(member.value()).update();
    }

    private static OffsetDateTime utc(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
