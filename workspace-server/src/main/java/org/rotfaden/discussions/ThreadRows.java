package org.rotfaden.discussions;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rotfaden.association.TypedWords;
import org.rotfaden.crdt.Passage;
import org.rotfaden.discussions.DiscussionThread.Closing;
import org.rotfaden.security.Columns;
import org.rotfaden.security.MemberId;
import org.rotfaden.security.Subject;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The rows of threads.
@Repository
class ThreadRows {

    private static final RowMapper<DiscussionThread> THREAD =
            (row, _) ->
                    new DiscussionThread(
                            Columns.id(row, "id", ThreadId::new),
                            row.getInt("number"),
                            Columns.subject(row, "about"),
                            row.getString("title"),
                            quotation(row),
                            Columns.id(row, "begun_by", MemberId::new),
                            row.getTimestamp("begun_at").toInstant(),
                            row.getTimestamp("last_at").toInstant(),
                            row.getInt("posts"),
                            row.getLong("version"),
                            closing(row));

    private static @Nullable Closing closing(ResultSet row) throws SQLException {
        Instant at = Columns.momentOrNull(row, "closed_at");
        return at == null ? null : new Closing(Columns.id(row, "closed_by", MemberId::new), at);
    }

    private static @Nullable Quotation quotation(ResultSet row) throws SQLException {
        String root = row.getString("passage_root");
        return root == null
                ? null
                : new Quotation(
                        Passage.of(
                                root, row.getString("passage_start"), row.getString("passage_end")),
                        row.getString("quoted"));
    }

    private final JdbcClient jdbc;

    ThreadRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<DiscussionThread> find(ThreadId id) {
        return jdbc.sql("select * from discussion_thread where id = ?")
                .param(id.value())
                .query(THREAD)
                .optional();
    }

    Optional<DiscussionThread> find(int number) {
        return jdbc.sql("select * from discussion_thread where number = ?")
                .param(number)
                .query(THREAD)
                .optional();
    }

    List<DiscussionThread> some(Collection<ThreadId> ids) {
        return jdbc.sql("select * from discussion_thread where id = any(?)")
                .param(ids.stream().map(ThreadId::value).toArray(UUID[]::new))
                .query(THREAD)
                .list();
    }

    /// The one that stands beside a thing.
    Optional<DiscussionThread> beside(Subject about) {
        return jdbc.sql(
                        """
                        select * from discussion_thread
                        where about_type = ? and about_id = ? and title = '' and passage_root is null
                        """)
                .params(about.type(), about.id())
                .query(THREAD)
                .optional();
    }

    /// The thread as it is, and stays until the current transaction ends.
    Optional<DiscussionThread> hold(ThreadId id) {
        return jdbc.sql("select * from discussion_thread where id = ? for no key update")
                .param(id.value())
                .query(THREAD)
                .optional();
    }

    /// Those in which something can be read, the one with the newest post first.
    List<DiscussionThread> about(Subject about, int after, int most) {
        return jdbc.sql(
                        """
                        select * from discussion_thread
                        where about_type = ? and about_id = ? and posts > 0
                        order by last_at desc, number desc offset ? limit ?
                        """)
                .params(about.type(), about.id(), after, most)
                .query(THREAD)
                .list();
    }

    /// The comments on a thing in which something can be read, those that are not resolved and the
    /// oldest first.
    List<DiscussionThread> comments(Subject about, int most) {
        return jdbc.sql(
                        """
                        select * from discussion_thread
                        where about_type = ? and about_id = ? and passage_root is not null
                            and posts > 0
                        order by closed_at is not null, begun_at limit ?
                        """)
                .params(about.type(), about.id(), most)
                .query(THREAD)
                .list();
    }

    /// How many comments on a thing there are in which something can be read.
    int countComments(Subject about) {
        return jdbc.sql(
                        """
                        select count(*) from discussion_thread
                        where about_type = ? and about_id = ? and passage_root is not null
                            and posts > 0
                        """)
                .params(about.type(), about.id())
                .query(Integer.class)
                .single();
    }

    /// Lets a comment stand at other words.
    void moveTo(ThreadId id, Passage passage) {
        jdbc.sql(
                        """
                        update discussion_thread
                        set passage_start = ?, passage_end = ?, version = version + 1 where id = ?
                        """)
                .params(passage.start(), passage.end(), id.value())
                .update();
    }

    /// Those of some subjects that were begun last, the newest first.
    List<DiscussionThread> begun(Collection<Subject> about, Instant since, int most) {
        return jdbc.sql(
                        """
                        select * from discussion_thread
                        where (about_type, about_id) in (select * from unnest(?::text[], ?::uuid[]))
                            and title <> '' and posts > 0 and begun_at >= ?
                        order by begun_at desc limit ?
                        """)
                .param(about.stream().map(Subject::type).toArray(String[]::new))
                .param(about.stream().map(Subject::id).toArray(UUID[]::new))
                .param(since.atOffset(ZoneOffset.UTC))
                .param(most)
                .query(THREAD)
                .list();
    }

    /// Those of some subjects whose title has the words.
    List<DiscussionThread> titled(
            Collection<Subject> about, TypedWords words, boolean isOpenToAll, int most) {
        String condition =
                words.forgives()
                        ? words.areIn("title", ":words")
                        : "position(lower(unaccent(:words)) in lower(unaccent(title))) > 0";
        return jdbc.sql(
                        "select * from discussion_thread where title <> '' and posts > 0 and "
                                + condition
                                + " and ((about_type, about_id) in"
                                + " (select * from unnest(:types::text[], :ids::uuid[]))"
                                + " or (open_to_all and :open))"
                                + " order by last_at desc limit :most")
                .param("words", words.forgives() ? words.asParameter() : words.text())
                .param("types", about.stream().map(Subject::type).toArray(String[]::new))
                .param("ids", about.stream().map(Subject::id).toArray(UUID[]::new))
                .param("open", isOpenToAll)
                .param("most", most)
                .query(THREAD)
                .list();
    }

    /// Makes a row, where there is none yet beside that thing.
    ///
    /// @return whether there was none
    boolean insert(ThreadId id, NewThread thread, boolean isOpen, MemberId by, Instant now) {
        @Nullable Quotation at = thread.at();
        return jdbc.sql(
                                """
                                insert into discussion_thread (id, about_type, about_id, title,
                                    open_to_all, begun_by, begun_at, last_at, passage_root,
                                    passage_start, passage_end, quoted, posts)
                                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0)
                                on conflict do nothing
                                """)
                        .param(id.value())
                        .param(thread.about().type())
                        .param(thread.about().id())
                        .param(thread.title())
                        .param(isOpen)
                        .param(by.value())
                        .param(now.atOffset(ZoneOffset.UTC))
                        .param(now.atOffset(ZoneOffset.UTC))
                        .param(at == null ? null : at.passage().root().key())
                        .param(at == null ? null : at.passage().start())
                        .param(at == null ? null : at.passage().end())
                        .param(at == null ? "" : at.words())
                        .update()
                == 1;
    }

    void rename(ThreadId id, String title) {
        jdbc.sql("update discussion_thread set title = ?, version = version + 1 where id = ?")
                .params(title, id.value())
                .update();
    }

    /// @param closing nothing where it goes on
    void close(ThreadId id, @Nullable Closing closing) {
        jdbc.sql(
                        """
                        update discussion_thread
                        set closed_at = ?, closed_by = ?, version = version + 1 where id = ?
                        """)
                .param(closing == null ? null : closing.at().atOffset(ZoneOffset.UTC))
                .param(closing == null ? null : closing.by().value())
                .param(id.value())
                .update();
    }

    /// Counts another post that can be read, or one less.
    void count(ThreadId id, int more) {
        jdbc.sql("update discussion_thread set posts = posts + ? where id = ?")
                .params(more, id.value())
                .update();
    }

    void posted(ThreadId id, Instant at) {
        jdbc.sql("update discussion_thread set posts = posts + 1, last_at = ? where id = ?")
                .params(at.atOffset(ZoneOffset.UTC), id.value())
                .update();
    }
}
