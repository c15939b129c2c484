package org.rotfaden.discussions;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.rotfaden.activity.Activities;
import org.rotfaden.security.Columns;
import org.rotfaden.security.MemberId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Until when each member has read each thread, which nobody else is told.
@Service
public class ReadMarks {

    /// More than these are not counted.
    public static final int MOST_COUNTED = 100;

    private record Row(ThreadId thread, int unread) {}

    private final JdbcClient jdbc;
    private final Circle circle;
    private final Activities activities;

    ReadMarks(JdbcClient jdbc, Circle circle, Activities activities) {
        this.jdbc = jdbc;
        this.circle = circle;
        this.activities = activities;
    }

    /// Writes down that a member has read a thread up to a moment. What she has read stays read.
    ///
    /// @param moment of the newest post that she has read
    /// @throws org.rotfaden.security.BrokenRule THREAD_NOT_FOUND when there is none that she may
    ///   read
    @Transactional
    public void read(MemberId member, ThreadId id, Instant moment) {
        DiscussionThread thread = circle.get(member, id);
        Instant to = moment.isAfter(thread.last()) ? thread.last() : moment;
        int news =
                jdbc.sql(
                                """
                                insert into read_mark as known values (?, ?, ?)
                                on conflict (member_id, thread_id)
                                do update set read_to = excluded.read_to
                                where known.read_to < excluded.read_to
                                """)
                        .params(member.value(), id.value(), to.atOffset(ZoneOffset.UTC))
                        .update();
        if (news > 0) {
            activities.tell(new ThreadEvent.Read(member, id, thread.about(), to));
        }
    }

    /// Until when a member has read a thread; nothing where she never opened it.
    Optional<Instant> of(MemberId member, ThreadId id) {
        return jdbc.sql("select read_to from read_mark where member_id = ? and thread_id = ?")
                .params(member.value(), id.value())
                .query((row, _) -> row.getTimestamp("read_to").toInstant())
                .optional();
    }

    /// How many posts of others a member has not read in some threads, [#MOST_COUNTED] at the most.
    public Map<ThreadId, Integer> unread(MemberId member, Collection<ThreadId> threads) {
        Map<ThreadId, Integer> unread = new HashMap<>();
        jdbc.sql(
                        """
                        select asked.id, counted.unread
                        from unnest(?::uuid[]) asked (id)
                        left join read_mark mark on mark.thread_id = asked.id and mark.member_id = ?
                        cross join lateral (select count(*) unread from
                            (select 1 from post where thread_id = asked.id and deleted_at is null
                                and author_id <> ? and posted_at > coalesce(mark.read_to, 'epoch')
                                limit ?) few) counted
                        """)
                .param(threads.stream().map(ThreadId::value).toArray(UUID[]::new))
                .params(List.of(member.value(), member.value(), MOST_COUNTED))
                .query((row, _) ->
                        new Row(Columns.id(row, "id", ThreadId::new), row.getInt("unread")))
                .list()
                .forEach(row -> unread.put(row.thread(), row.unread()));
        return unread;
    }
}
