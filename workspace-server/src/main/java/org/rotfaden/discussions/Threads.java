package org.rotfaden.discussions;

import java.time.Clock;
import java.util.Optional;
import org.rotfaden.activity.Activities;
import org.rotfaden.association.Conflict;
import org.rotfaden.association.Wording;
import org.rotfaden.audit.AuditTrail;
import org.rotfaden.crdt.Passage;
import org.rotfaden.discussions.DiscussionThread.Closing;
import org.rotfaden.security.Discussed;
import org.rotfaden.security.MemberId;
import org.rotfaden.security.Pace;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What members do with threads.
@Service
public class Threads {

    private static final int LONGEST_TITLE = 200;

    private final ThreadRows rows;
    private final Posts posts;
    private final Circle circle;
    private final Pace pace;
    private final AuditTrail audit;
    private final Activities activities;
    private final Clock clock;

    Threads(
            ThreadRows rows,
            Posts posts,
            Circle circle,
            Pace pace,
            AuditTrail audit,
            Activities activities,
            Clock clock) {
        this.rows = rows;
        this.posts = posts;
        this.circle = circle;
        this.pace = pace;
        this.audit = audit;
        this.activities = activities;
        this.clock = clock;
    }

    /// Begins a thread by its first post. Beside a thing there is one without a title: whoever is
    /// later posts in the one that is there.
    ///
    /// @throws org.rotfaden.security.NotPermitted when she does not take part there
    /// @throws org.rotfaden.security.BrokenRule NOT_DISCUSSED when nobody talks about such things
    /// @throws org.rotfaden.security.BrokenRule THREAD_TITLE_MISSING where threads have titles
    /// @throws org.rotfaden.security.BrokenRule THREAD_TITLE_TOO_LONG of more than 200 characters
    /// @throws org.rotfaden.security.TooFast when she has begun many just now
    @Transactional
    public DiscussionThread begin(MemberId by, NewThread thread) {
        Discussed discussed = circle.expectDiscussed(by, thread.about());
        if (thread.at() != null && discussed != Discussed.BESIDE) {
            throw DiscussionObjection.NO_WORDS_HERE.raised();
        }
        circle.mayPost(by, thread.about()).orRefuse();
        Optional<DiscussionThread> done =
                posts.find(by, thread.first()).map(post -> circle.get(by, post.thread()));
        if (done.isPresent()) {
            return done.get();
        }
        String title = discussed == Discussed.BESIDE ? "" : title(thread.title());
        if (discussed == Discussed.BY_TITLE) {
            pace.begin(by);
        }
        var id = ThreadId.random();
        var titled = new NewThread(thread.about(), title, thread.at(), thread.first());
        boolean isOpen = circle.isOpen(thread.about());
        if (!rows.insert(id, titled, isOpen, by, clock.instant())) {
            id = rows.beside(thread.about()).orElseThrow().id();
        } else {
            activities.tell(
                    new ThreadEvent.Begun(
                            by, id, thread.about(), isOpen || discussed == Discussed.BESIDE));
        }
        posts.post(by, id, thread.first());
        return circle.get(by, id);
    }

    /// Gives a thread another title.
    ///
    /// @param seen the version that was looked at
    /// @throws org.rotfaden.security.NotPermitted unless she leads it
    /// @throws org.rotfaden.association.Conflict when it has changed since
    @Transactional
    public DiscussionThread rename(MemberId by, ThreadId id, String title, long seen) {
        DiscussionThread thread = leading(by, id);
        Conflict.unlessSame(seen, thread.version());
        rows.rename(id, title(title));
        return told(by, thread, "THREAD_RENAMED");
    }

    /// Closes a thread: nobody posts in it until it is opened again. What is closed already stays
    /// as it is.
    ///
    /// @throws org.rotfaden.security.NotPermitted unless she leads it
    @Transactional
    public DiscussionThread close(MemberId by, ThreadId id) {
        DiscussionThread thread = leading(by, id);
        if (thread.isClosed()) {
            return thread;
        }
        rows.close(id, new Closing(by, clock.instant()));
        return told(by, thread, "THREAD_CLOSED");
    }

    /// Lets a closed thread go on.
    ///
    /// @throws org.rotfaden.security.NotPermitted unless she leads it
    @Transactional
    public DiscussionThread reopen(MemberId by, ThreadId id) {
        DiscussionThread thread = leading(by, id);
        if (!thread.isClosed()) {
            return thread;
        }
        rows.close(id, null);
        return told(by, thread, "THREAD_REOPENED");
    }

    /// Lets a comment stand at other words, which whoever asks has compared.
    @Transactional
    void moveTo(MemberId by, ThreadId id, Passage passage) {
        DiscussionThread thread = circle.hold(by, id);
        rows.moveTo(id, passage);
        activities.tell(new ThreadEvent.Changed(by, id, thread.about()));
    }

    private DiscussionThread leading(MemberId by, ThreadId id) {
        pace.post(by);
        DiscussionThread thread = circle.hold(by, id);
        circle.mayLead(by, thread).orRefuse();
        return thread;
    }

    private DiscussionThread told(MemberId by, DiscussionThread thread, String action) {
        audit.record(by, action, thread.id().subject(), thread.about().id());
        activities.tell(new ThreadEvent.Changed(by, thread.id(), thread.about()));
        return circle.get(by, thread.id());
    }

    private static String title(String typed) {
        if (typed.length() > LONGEST_TITLE) {
            throw DiscussionObjection.THREAD_TITLE_TOO_LONG.raised();
        }
        String title = Wording.of(typed.replaceAll("\\s+", " "));
        if (title.isEmpty()) {
            throw DiscussionObjection.THREAD_TITLE_MISSING.raised();
        }
        return title;
    }
}
