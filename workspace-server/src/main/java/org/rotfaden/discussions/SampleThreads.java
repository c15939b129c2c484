package org.rotfaden.discussions;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rotfaden.crdt.Root;
import org.rotfaden.crdt.Run;
import org.rotfaden.realtime.DocumentId;
import org.rotfaden.realtime.LiveDocuments;
import org.rotfaden.security.MemberId;
import org.rotfaden.security.Subject;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What is said in the sample association.
@Component
public class SampleThreads {

    private final Threads threads;
    private final Comments comments;
    private final Posts posts;
    private final ThreadCatalogue catalogue;
    private final LiveDocuments documents;
    private final JdbcClient jdbc;
    private final Clock clock;

    SampleThreads(
            Threads threads,
            Comments comments,
            Posts posts,
            ThreadCatalogue catalogue,
            LiveDocuments documents,
            JdbcClient jdbc,
            Clock clock) {
        this.threads = threads;
        this.comments = comments;
        this.posts = posts;
        this.catalogue = catalogue;
        this.documents = documents;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /// Begins a thread by its first post, some hours ago.
    @Transactional
    public Post begin(MemberId by, Subject about, String title, String words, int hoursAgo) {
        return first(
                by, threads.begin(by, new NewThread(about, title, post(words, null))), hoursAgo);
    }

    /// Begins a comment at words that stand in the text of a motion.
    public Post comment(MemberId by, Subject about, String at, String words, int hoursAgo) {
        DocumentId document = documents.of(about).orElseThrow();
        var text = new StringBuilder();
        for (Run run : documents.read(document, by).text()) {
            text.append(run.insert() instanceof String said ? said : "\uFFFC");
        }
        int from = text.indexOf(at);
        var passage = documents.passage(document, Root.TEXT, from, from + at.length(), by);
        return first(by, comments.begin(by, about, passage, post(words, null)), hoursAgo);
    }

    private Post first(MemberId by, DiscussionThread thread, int hoursAgo) {
        Post first = catalogue.written(by, thread.id(), null, 1).getFirst().post();
        jdbc.sql("update discussion_thread set begun_at = ? where id = ?")
                .params(ago(hoursAgo).atOffset(ZoneOffset.UTC), thread.id().value())
                .update();
        return date(first, hoursAgo);
    }

    /// Posts something, some hours ago.
    @Transactional
    public Post say(
            MemberId by, ThreadId thread, String words, @Nullable Post answers, int hoursAgo) {
        PostId answered = answers == null ? null : answers.id();
        return date(posts.post(by, thread, post(words, answered)), hoursAgo);
    }

    private Post date(Post post, int hoursAgo) {
        jdbc.sql(
                        """
                        update post set posted_at = :at where id = :id;
                        update post set root_at = root.posted_at from post root
                            where post.root_id = root.id and post.thread_id = :thread;
                        update discussion_thread set last_at = :at where id = :thread
                        """)
                .param("at", ago(hoursAgo).atOffset(ZoneOffset.UTC))
                .param("id", post.id().value())
                .param("thread", post.thread().value())
                .update();
        return post;
    }

    private Instant ago(int hours) {
        return clock.instant().minus(Duration.ofHours(hours));
    }

    private static NewPost post(String words, @Nullable PostId answers) {
        return new NewPost(words, answers, UUID.randomUUID());
    }
}
