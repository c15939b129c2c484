package org.rotfaden.notifications;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rotfaden.notifications.Choice.Of;
import org.rotfaden.security.Columns;
import org.rotfaden.security.MemberId;
import org.rotfaden.security.Subject;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The rows of what members want to hear of.
@Repository
class ChoiceRows {

    private static final String OF_MEMBER =
            """
            where member_id = :member and subject_type is not distinct from :type
                and subject_id is not distinct from cast(:id as uuid) and why is not distinct from :why
            """;

    private final JdbcClient jdbc;

    ChoiceRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void follow(MemberId member, Subject subject) {
        jdbc.sql(
                        """
                        insert into notice_choice (member_id, subject_type, subject_id, follows)
                        values (?, ?, ?, true)
                        on conflict (member_id, subject_type, subject_id, why) do update set follows = true
                        """)
                .params(member.value(), subject.type(), subject.id())
                .update();
    }

    void unfollow(MemberId member, Subject subject) {
        of("update notice_choice set follows = false " + OF_MEMBER, member, new Of.About(subject))
                .update();
    }

    boolean follows(MemberId member, Subject subject) {
        return of(
                        "select exists (select from notice_choice " + OF_MEMBER + " and follows)",
                        member,
                        new Of.About(subject))
                .query(Boolean.class)
                .single();
    }

    /// @param until nothing for good
    void mute(MemberId member, Of what, @Nullable Instant until) {
        of(
                        """
                        insert into notice_choice (member_id, subject_type, subject_id, why, muted_until)
                        values (:member, :type, cast(:id as uuid), :why, :until)
                        on conflict (member_id, subject_type, subject_id, why)
                        do update set muted_until = excluded.muted_until
                        """,
                        member,
                        what)
                .param("until", until == null ? OffsetDateTime.MAX : utc(until))
                .update();
    }

    void unmute(MemberId member, Of what) {
        of("update notice_choice set muted_until = null " + OF_MEMBER, member, what).update();
    }

    private JdbcClient.StatementSpec of(String sql, MemberId member, Of what) {
        Subject subject =
                switch (what) {
                    case Of.About(var about) -> about;
                    case Of.Kind _ -> null;
                };
        String why =
                switch (what) {
                    case Of.About _ -> null;
                    case Of.Kind(var kind) -> kind;
                };
        return jdbc.sql(sql)
                .param("member", member.value())
                .param("type", subject == null ? null : subject.type())
                .param("id", subject == null ? null : subject.id())
                .param("why", why);
    }

    int count(MemberId member) {
        return jdbc.sql("select count(*) from notice_choice where member_id = ?")
                .param(member.value())
                .query(Integer.class)
                .single();
    }

    /// What a member has muted, the shortest first.
    List<Choice> mutedBy(MemberId member, Instant now, int most) {
        return jdbc.sql(
                        """
                        select subject_type, subject_id, why, nullif(muted_until, 'infinity') as until
                        from notice_choice where member_id = ? and muted_until > ?
                        order by muted_until, subject_type, subject_id, why limit ?
                        """)
                .params(member.value(), utc(now), most)
                .query((row, _) -> choice(row))
                .list();
    }

    private static Choice choice(ResultSet row) throws SQLException {
        String why = row.getString("why");
        return new Choice(
                why == null ? new Of.About(Columns.subject(row, "subject")) : new Of.Kind(why),
                Columns.momentOrNull(row, "until"));
    }

    /// Those of some members who do not want to hear of a thing: not of one of the subjects to
    /// which it belongs, or not for this reason.
    Set<MemberId> muting(
            Collection<MemberId> members, Set<Subject> subjects, String why, Instant now) {
        return new HashSet<>(
                jdbc.sql(
                                """
                                select distinct member_id from notice_choice
                                where member_id = any(:members) and muted_until > :now
                                    and (why = :why or (subject_type, subject_id) in
                                        (select * from unnest(:types::text[], :ids::uuid[])))
                                """)
                        .param(
                                "members",
                                members.stream().map(MemberId::value).toArray(UUID[]::new))
                        .param("now", utc(now))
                        .param("why", why)
                        .param("types", subjects.stream().map(Subject::type).toArray(String[]::new))
                        .param("ids", subjects.stream().map(Subject::id).toArray(UUID[]::new))
                        .query(Columns.ids("member_id", MemberId::new))
                        .list());
    }

    List<MemberId> followersOf(Subject subject, int most) {
        return jdbc.sql(
                        """
                        select member_id from notice_choice
                        where subject_type = ? and subject_id = ? and follows limit ?
                        """)
                .params(subject.type(), subject.id(), most)
                .query(Columns.ids("member_id", MemberId::new))
                .list();
    }

    /// What says nothing any more goes.
    void deleteOver(Instant now) {
        jdbc.sql(
                        """
                        delete from notice_choice
                        where not follows and coalesce(muted_until, '-infinity') <= ?
                        """)
                .param(utc(now))
                .update();
    }

    void forget(MemberId member) {
        jdbc.sql("delete from notice_choice where member_id = ?").param(member.value()).update();
    }

    private static OffsetDateTime utc(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
