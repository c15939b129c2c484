package org.rotfaden.discussions;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rotfaden.activity.Activities;
import org.rotfaden.activity.Addressed;
import org.rotfaden.association.Conflict;
import org.rotfaden.association.Wording;
import org.rotfaden.attachments.Attachments;
import org.rotfaden.audit.AuditTrail;
import org.rotfaden.security.MemberId;
import org.rotfaden.security.Pace;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What members do with posts.
@Service
public class Posts {

    /// So often a post is edited at the most.
    static final int MOST_EDITS = 100;

    /// What PostgreSQL tells apart.
    private static final Duration APART = Duration.of(1, ChronoUnit.MICROS);

    private final PostRows rows;
    private final ThreadRows threads;
    private final Circle circle;
    private final Attachments files;
    private final Pace pace;
    private final AuditTrail audit;
    private final Activities activities;
    private final Clock clock;

    Posts(
            PostRows rows,
            ThreadRows threads,
            Circle circle,
            Attachments files,
            Pace pace,
            AuditTrail audit,
            Activities activities,
            Clock clock) {
        this.rows = rows;
        this.threads = threads;
        this.circle = circle;
        this.files = files;
        this.pace = pace;
        this.audit = audit;
        this.activities = activities;
        this.clock = clock;
    }

    /// Posts in a thread. Sent again it is there once.
    ///
    /// @throws org.rotfaden.security.NotPermitted when she does not take part there
    /// @throws org.rotfaden.security.BrokenRule THREAD_CLOSED when it was closed meanwhile
    /// @throws org.rotfaden.security.BrokenRule POST_NOT_FOUND when what it answers is not there
    /// @throws org.rotfaden.security.BrokenRule ATTACHMENT_NOT_FOUND when a file is not hers
    /// @throws org.rotfaden.security.BrokenRule POST_EMPTY when nothing can be read
    /// @throws org.rotfaden.security.BrokenRule POST_TOO_LONG of more than 10,000 characters
    /// @throws org.rotfaden.security.TooFast when she has posted much just now
    @Transactional
    public Post post(MemberId by, ThreadId id, NewPost post) {
        DiscussionThread thread = circle.hold(by, id);
        circle.mayPost(by, thread.about()).orRefuse();
        Optional<Post> done = find(by, post);
        if (done.isPresent()) {
            return done.get();
        }
        expectOpen(thread);
        String words = post.files().isEmpty() ? words(post.words()) : caption(post.words());
        pace.post(by);
        var own = PostId.random();
        Instant at = later(thread.last());
        Optional<Post> answered = Optional.ofNullable(post.answers()).map(one -> inside(id, one));
        Post posted =
                new Post(
                        own,
                        id,
                        by,
                        at,
                        post.answers(),
                        answered.map(Post::root).orElse(own),
                        answered.map(Post::rootAt).orElse(at),
                        words,
                        1,
                        null,
                        null,
                        null);
        rows.insert(posted, post.once());
        files.claim(post.files(), by, own.subject());
        threads.posted(id, at);
        activities.tell(
                new ThreadEvent.Posted(
                        by, id, thread.about(), own, at, addressed(words, answered)));
        return posted;
    }

    private static List<Addressed> addressed(String words, Optional<Post> answered) {
        Stream<Addressed> mentioned =
                PostText.mentionedIn(words).stream()
                        .filter(one -> !one.type().equals(PostId.SUBJECT))
                        .map(one -> Addressed.inPerson(one, "MENTIONED"));
        return Stream.concat(
                        mentioned,
                        answered.stream()
                                .map(post -> Addressed.inPerson(post.author(), "ANSWERED")))
                .toList();
    }

    /// What was posted already by the same name.
    Optional<Post> find(MemberId by, NewPost post) {
        return rows.find(by, post.once());
    }

    /// Writes other words; what stood there before can be read by all who read the post.
    ///
    /// @param seen the version that was looked at
    /// @throws org.rotfaden.security.BrokenRule NOT_YOUR_POST when another wrote it
    /// @throws org.rotfaden.security.BrokenRule POST_DELETED when it is deleted
    /// @throws org.rotfaden.security.BrokenRule THREAD_CLOSED when the thread is closed
    /// @throws org.rotfaden.security.BrokenRule TOO_MANY_EDITS when it was edited very often
    /// @throws Conflict when it has changed since
    @Transactional
    public Post edit(MemberId by, PostId id, String typed, long seen) {
        pace.post(by);
        DiscussionThread thread = circle.holdOf(by, id);
        Post post = own(by, thread, id);
        Conflict.unlessSame(seen, post.version());
        String words = words(typed);
        if (words.equals(post.words())) {
            return post;
        }
        if (post.version() > MOST_EDITS) {
            throw DiscussionObjection.TOO_MANY_EDITS.raised();
        }
        rows.edit(post, words, now());
        activities.tell(new ThreadEvent.Edited(by, thread.id(), thread.about(), id));
        return get(id);
    }

    /// Takes the last edit back: what stood there before stands there again, and what was a slip is
    /// nowhere to be read.
    ///
    /// @param seen the version that the edit led to
    /// @throws Conflict when it has changed since
    @Transactional
    public Post takeBackEdit(MemberId by, PostId id, long seen) {
        pace.post(by);
        DiscussionThread thread = circle.holdOf(by, id);
        Post post = own(by, thread, id);
        Conflict.unlessSame(seen, post.version());
        Before before = rows.before(id).stream().findFirst().orElseThrow(Conflict::new);
        rows.takeBackEdit(post, before);
        activities.tell(new ThreadEvent.Edited(by, thread.id(), thread.about(), id));
        return get(id);
    }

    /// Deletes a post. Where others answered it a gap stays. Whoever leads the thread deletes what
    /// others wrote, which is on record.
    ///
    /// @throws org.rotfaden.security.NotPermitted when another wrote it and she does not lead
    @Transactional
    public void delete(MemberId by, PostId id) {
        pace.post(by);
        DiscussionThread thread = circle.holdOf(by, id);
        Post post = get(id);
        boolean isOwn = post.author().equals(by);
        if (!isOwn) {
            circle.mayLead(by, thread).orRefuse();
        }
        if (post.isDeleted()) {
            return;
        }
        if (!isOwn) {
            audit.record(by, "POST_DELETED", thread.id().subject(), id.value());
        }
        rows.delete(id, by, now());
        threads.count(thread.id(), -1);
        activities.tell(new ThreadEvent.Deleted(by, thread.id(), thread.about(), id));
    }

    /// Brings a deleted post back, for whoever deleted it.
    ///
    /// @throws org.rotfaden.security.BrokenRule POST_DELETED when somebody else deleted it
    @Transactional
    public Post bringBack(MemberId by, PostId id) {
        pace.post(by);
        DiscussionThread thread = circle.holdOf(by, id);
        circle.mayPost(by, thread.about()).orRefuse();
        Optional<MemberId> deletedBy = rows.deletedBy(id);
        if (deletedBy.isEmpty()) {
            return get(id);
        }
        if (!deletedBy.get().equals(by)) {
            throw DiscussionObjection.POST_DELETED.raised();
        }
        rows.delete(id, null, now());
        threads.count(thread.id(), 1);
        if (!get(id).author().equals(by)) {
            audit.record(by, "POST_BROUGHT_BACK", thread.id().subject(), id.value());
        }
        activities.tell(new ThreadEvent.BroughtBack(by, thread.id(), thread.about(), id));
        return get(id);
    }

    /// Marks a post, so that it is found at the top of its thread, or marks it no longer.
    ///
    /// @throws org.rotfaden.security.NotPermitted unless she leads the thread
    @Transactional
    public Post mark(MemberId by, PostId id, @Nullable PostMark mark) {
        pace.post(by);
        DiscussionThread thread = circle.holdOf(by, id);
        circle.mayLead(by, thread).orRefuse();
        Post post = get(id);
        expectThere(post);
        if (mark != post.mark()) {
            rows.mark(id, mark);
            activities.tell(new ThreadEvent.Marked(by, thread.id(), thread.about(), id));
        }
        return get(id);
    }

    private Post own(MemberId by, DiscussionThread thread, PostId id) {
        circle.mayPost(by, thread.about()).orRefuse();
        Post post = get(id);
        if (!post.author().equals(by)) {
            throw DiscussionObjection.NOT_YOUR_POST.raised();
        }
        expectThere(post);
        expectOpen(thread);
        return post;
    }

    private static void expectThere(Post post) {
        if (post.isDeleted()) {
            throw DiscussionObjection.POST_DELETED.raised();
        }
    }

    private static void expectOpen(DiscussionThread thread) {
        if (thread.isClosed()) {
            throw DiscussionObjection.THREAD_CLOSED.raised();
        }
    }

    private Post inside(ThreadId thread, PostId id) {
        return rows.find(id)
                .filter(post -> post.thread().equals(thread))
                .orElseThrow(DiscussionObjection.POST_NOT_FOUND::raised);
    }

    private Post get(PostId id) {
        return rows.find(id).orElseThrow(DiscussionObjection.POST_NOT_FOUND::raised);
    }

    /// Who sends a file need not say anything.
    private static String caption(String typed) {
        return Wording.of(typed).isEmpty() ? "" : words(typed);
    }

    private static String words(String typed) {
        if (typed.length() > Post.LONGEST) {
            throw DiscussionObjection.POST_TOO_LONG.raised();
        }
        String words = Wording.of(typed.replaceAll("\\R", "\n"));
        if (words.isEmpty()) {
            throw DiscussionObjection.POST_EMPTY.raised();
        }
        if (words.length() > Post.LONGEST) {
            throw DiscussionObjection.POST_TOO_LONG.raised();
        }
        return words;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /// Clocks differ between nodes, and go backwards.
    private Instant later(Instant last) {
        Instant now = now();
        return now.isAfter(last) ? now : last.plus(APART);
    }
}
