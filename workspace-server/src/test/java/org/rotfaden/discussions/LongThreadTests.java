package org.rotfaden.discussions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.rotfaden.Cast;
import org.rotfaden.Part;
import org.rotfaden.WorkspaceTest;
import org.rotfaden.discussions.ThreadCatalogue.Stretch;
import org.rotfaden.security.MemberId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A thread in which very much was said. How long it takes is printed, and stands in
/// docs/benchmarks.md.
@WorkspaceTest
class LongThreadTests {

    private static final int POSTS = 10_000;
    private static final int ROUNDS = 21;

    @Autowired private ApplicationContext workspace;
    @Autowired private Threads threads;
    @Autowired private ThreadCatalogue catalogue;
    @Autowired private ReadMarks marks;
    @Autowired private JdbcClient jdbc;

    /// Each third post answers one of those before it.
    @Test
    void it_opens_in_its_middle_where_reading_goes_on() {
        Cast cast = Cast.assemble(workspace);
        MemberId chair = cast.id(Part.CHAIR);
        MemberId reader = cast.id(Part.ASSESSOR);
        DiscussionThread thread =
                threads.begin(
                        chair,
                        new NewThread(
                                cast.board.subject(),
                                "Sehr lang",
                                new NewPost("Anfang", null, UUID.randomUUID())));
        say(thread);
        Post last = postNumber(thread, POSTS / 2);
        marks.read(reader, thread.id(), last.at());
        List<Duration> took = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            long before = System.nanoTime();
            Stretch stretch = catalogue.aroundUnread(reader, thread.id(), 10, 50);
            took.add(Duration.ofNanos(System.nanoTime() - before));
            assertThat(stretch.posts()).hasSize(60);
            assertThat(stretch.earlier()).isTrue();
            assertThat(stretch.later()).isTrue();
        }
        Collections.sort(took);
        System.out.printf(
                "A thread of %d posts opens at the first unread one: median %d ms, slowest %d ms%n",
                POSTS, took.get(ROUNDS / 2).toMillis(), took.getLast().toMillis());
        assertThat(marks.unread(reader, List.of(thread.id())))
                .containsEntry(thread.id(), ReadMarks.MOST_COUNTED);
    }

    private void say(DiscussionThread thread) {
        jdbc.sql(
                        """
                        with said as materialized (
                            select gen_random_uuid() id, number,
                                cast(:begun as timestamptz) + number * interval '1 second' as moment
                            from generate_series(1, :posts) number)
                        insert into post (id, thread_id, reply_to, root_id, root_at, author_id,
                            posted_at, words, once)
                        select said.id, :thread, asked.id, coalesce(asked.id, said.id),
                            coalesce(asked.moment, said.moment), :author, said.moment,
                            'Beitrag ' || said.number, said.id
                        from said left join said asked
                            on said.number % 3 = 0 and asked.number = said.number / 6 * 3 + 1
                        """)
                .param("thread", thread.id().value())
                .param("author", thread.begunBy().value())
                .param("begun", thread.begun().atOffset(ZoneOffset.UTC))
                .param("posts", POSTS)
                .update();
        jdbc.sql("update discussion_thread set posts = ?, last_at = ? where id = ?")
                .params(
                        POSTS + 1,
                        thread.begun().plusSeconds(POSTS).atOffset(ZoneOffset.UTC),
                        thread.id().value())
                .update();
        jdbc.sql("analyze post").update();
    }

    private Post postNumber(DiscussionThread thread, int number) {
        PostId id =
                new PostId(
                        jdbc.sql("select id from post where thread_id = ? and words = ?")
                                .params(thread.id().value(), "Beitrag " + number)
                                .query(UUID.class)
                                .single());
        return catalogue.post(thread.begunBy(), id).orElseThrow().post();
    }
}
