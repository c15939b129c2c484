package org.rotfaden.discussions;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rotfaden.security.Columns;
import org.rotfaden.security.MemberId;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The rows of posts.
@Repository
class PostRows {

    /// What can be seen in a thread: what is not deleted, and the gap where others answered.
    private static final String SEEN =
            """
            (deleted_at is null or exists
                (select 1 from post answer where answer.reply_to = post.id
                    and answer.deleted_at is null))
            """;

    private static final RowMapper<Post> POST =
            (row, _) -> {
                Instant deleted = Columns.momentOrNull(row, "deleted_at");
                String mark = row.getString("mark");
                return new Post(
                        Columns.id(row, "id", PostId::new),
                        Columns.id(row, "thread_id", ThreadId::new),
                        Columns.id(row, "author_id", MemberId::new),
                        row.getTimestamp("posted_at").toInstant(),
                        Columns.idOrNull(row, "reply_to", PostId::new),
                        Columns.id(row, "root_id", PostId::new),
                        row.getTimestamp("root_at").toInstant(),
                        deleted == null ? row.getString("words") : "",
                        row.getLong("version"),
                        Columns.momentOrNull(row, "edited_at"),
                        deleted,
                        mark == null || deleted != null ? null : PostMark.valueOf(mark));
            };

    private final JdbcClient jdbc;

    PostRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Post> find(PostId id) {
        return jdbc.sql("select * from post where id = ?").param(id.value()).query(POST).optional();
    }

    List<Post> some(Collection<PostId> ids) {
        return jdbc.sql("select * from post where id = any(?)")
                .param(ids.stream().map(PostId::value).toArray(UUID[]::new))
                .query(POST)
                .list();
    }

    /// The first post of each thread that can be read.
    List<Post> firsts(Collection<ThreadId> threads) {
        return jdbc.sql(
                        """
                        select first.* from unnest(?::uuid[]) asked (id) cross join lateral
                            (select * from post where thread_id = asked.id and deleted_at is null
                                order by posted_at limit 1) first
                        """)
                .param(threads.stream().map(ThreadId::value).toArray(UUID[]::new))
                .query(POST)
                .list();
    }

    /// A post that can be seen, be it as a gap.
    Optional<Post> findSeen(PostId id) {
        return jdbc.sql("select * from post where id = ? and " + SEEN)
                .param(id.value())
                .query(POST)
                .optional();
    }

    /// What its author posted by this name before.
    Optional<Post> find(MemberId author, UUID once) {
        return jdbc.sql("select * from post where author_id = ? and once = ?")
                .params(author.value(), once)
                .query(POST)
                .optional();
    }

    /// The words of a post, also of one that is deleted.
    String words(PostId id) {
        return jdbc.sql("select words from post where id = ?")
                .param(id.value())
                .query(String.class)
                .single();
    }

    /// Those of a thread that can be seen, as they were written.
    ///
    /// @param after those that came later; all, where it is nothing
    List<Post> written(ThreadId thread, @Nullable Instant after, int most) {
        return jdbc.sql(
                        "select * from post where thread_id = ? and posted_at > ? and "
                                + SEEN
                                + " order by posted_at limit ?")
                .param(thread.value())
                .param((after == null ? Instant.EPOCH : after).atOffset(ZoneOffset.UTC))
                .param(most)
                .query(POST)
                .list();
    }

    /// Those that stand before a place of a thread, nearest last.
    List<Post> before(ThreadId thread, Place place, int most) {
        return jdbc.sql(
                        "select * from post where thread_id = ? and (root_at, posted_at) < (?, ?)"
                                + " and "
                                + SEEN
                                + " order by root_at desc, posted_at desc limit ?")
                .params(thread.value(), place.rootAtUtc(), place.atUtc(), most)
                .query(POST)
                .list()
                .reversed();
    }

    /// Those that stand at a place of a thread and behind it.
    List<Post> from(ThreadId thread, Place place, int most) {
        return jdbc.sql(
                        "select * from post where thread_id = ? and (root_at, posted_at) >= (?, ?)"
                                + " and "
                                + SEEN
                                + " order by root_at, posted_at limit ?")
                .params(thread.value(), place.rootAtUtc(), place.atUtc(), most)
                .query(POST)
                .list();
    }

    /// Where a post stands.
    Optional<Place> placeOf(ThreadId thread, PostId id) {
        return jdbc.sql("select root_at, posted_at from post where thread_id = ? and id = ?")
                .params(thread.value(), id.value())
                .query((row, _) -> Place.of(row))
                .optional();
    }

    /// Where the first stands that came after a moment and was written by others.
    Optional<Place> firstSince(ThreadId thread, Instant moment, MemberId reader) {
        return jdbc.sql(
                        """
                        select root_at, posted_at from post
                        where thread_id = ? and posted_at > ? and deleted_at is null
                            and author_id <> ?
                        order by root_at, posted_at limit 1
                        """)
                .params(thread.value(), moment.atOffset(ZoneOffset.UTC), reader.value())
                .query((row, _) -> Place.of(row))
                .optional();
    }

    /// Those that are marked, as they were written.
    List<Post> marked(ThreadId thread, int most) {
        return jdbc.sql(
                        """
                        select * from post
                        where thread_id = ? and mark is not null and deleted_at is null
                        order by posted_at limit ?
                        """)
                .params(thread.value(), most)
                .query(POST)
                .list();
    }

    void insert(Post post, UUID once) {
        jdbc.sql(
                        """
                        insert into post (id, thread_id, reply_to, root_id, root_at, author_id,
                            posted_at, words, once)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .param(post.id().value())
                .param(post.thread().value())
                .param(post.answers() == null ? null : post.answers().value())
                .param(post.root().value())
                .param(post.rootAt().atOffset(ZoneOffset.UTC))
                .param(post.author().value())
                .param(post.at().atOffset(ZoneOffset.UTC))
                .param(post.words())
                .param(once)
                .update();
    }

    /// Keeps what stood there, and lets something else stand there.
    void edit(Post post, String words, Instant now) {
        jdbc.sql("insert into post_before values (?, ?, ?, ?)")
                .param(post.id().value())
                .param(post.version())
                .param(post.words())
                .param((post.edited() == null ? post.at() : post.edited()).atOffset(ZoneOffset.UTC))
                .update();
        jdbc.sql("update post set words = ?, version = version + 1, edited_at = ? where id = ?")
                .params(words, now.atOffset(ZoneOffset.UTC), post.id().value())
                .update();
    }

    /// Lets stand there again what stood there before, as if it had never been edited.
    void takeBackEdit(Post post, Before before) {
        jdbc.sql("delete from post_before where post_id = ? and version = ?")
                .params(post.id().value(), before.version())
                .update();
        jdbc.sql(
                        """
                        update post set words = ?, version = version + 1, edited_at = ?
                        where id = ?
                        """)
                .param(before.words())
                .param(before.at().equals(post.at()) ? null : before.at().atOffset(ZoneOffset.UTC))
                .param(post.id().value())
                .update();
    }

    /// What stood in a post before, the latest first.
    List<Before> before(PostId id) {
        return jdbc.sql("select * from post_before where post_id = ? order by version desc")
                .param(id.value())
                .query((row, _) ->
                        new Before(
                                row.getLong("version"),
                                row.getString("words"),
                                row.getTimestamp("written_at").toInstant()))
                .list();
    }

    /// @param by nobody where it is there again
    void delete(PostId id, @Nullable MemberId by, Instant now) {
        jdbc.sql("update post set deleted_at = ?, deleted_by = ? where id = ?")
                .param(by == null ? null : now.atOffset(ZoneOffset.UTC))
                .param(by == null ? null : by.value())
                .param(id.value())
                .update();
    }

    /// Who deleted a post; nobody where it is there.
    Optional<MemberId> deletedBy(PostId id) {
        return jdbc.sql("select deleted_by from post where id = ? and deleted_by is not null")
                .param(id.value())
                .query(Columns.ids("deleted_by", MemberId::new))
                .optional();
    }

    void mark(PostId id, @Nullable PostMark mark) {
        jdbc.sql("update post set mark = ? where id = ?")
                .param(mark == null ? null : mark.name())
                .param(id.value())
                .update();
    }
}
