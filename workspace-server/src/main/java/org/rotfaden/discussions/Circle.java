package org.rotfaden.discussions;

import java.util.Optional;
import org.rotfaden.security.Decision;
import org.rotfaden.security.Discussed;
import org.rotfaden.security.MemberId;
import org.rotfaden.security.Permission;
import org.rotfaden.security.Permissions;
import org.rotfaden.security.Subject;
import org.rotfaden.security.SubjectType;
import org.rotfaden.security.SubjectTypes;
import org.springframework.stereotype.Service;

/// Who may do what in threads: whoever reads what a thread is about reads the thread, and whoever
/// takes part there writes in it.
@Service
public class Circle {

    private final ThreadRows threads;
    private final PostRows posts;
    private final SubjectTypes types;
    private final Permissions permissions;

    Circle(ThreadRows threads, PostRows posts, SubjectTypes types, Permissions permissions) {
        this.threads = threads;
        this.posts = posts;
        this.types = types;
        this.permissions = permissions;
    }

    /// Whether somebody may post about a subject.
    public Decision mayPost(MemberId member, Subject about) {
        return permissions.decideToDiscuss(member, about);
    }

    /// Whether somebody leads a thread: closes it, names it, marks its posts. That is whoever began
    /// it and still takes part, and who leads what it is about.
    public Decision mayLead(MemberId member, DiscussionThread thread) {
        Decision leads =
                permissions.decide(
                        member, permissions.authorityOver(thread.about()), thread.about());
        return leads.allowed() || !thread.begunBy().equals(member)
                ? leads
                : mayPost(member, thread.about());
    }

    /// Whether every member may read what is said about a subject.
    boolean isOpen(Subject about) {
        return permissions.scopeOf(about).stream()
                .anyMatch(scope -> scope.owners().contains(Subject.EVERYBODY));
    }

    boolean mayRead(MemberId member, Subject about) {
        return permissions.allows(member, Permission.READ, about);
    }

    /// How a subject is talked about, for whoever may read it.
    ///
    /// @throws org.rotfaden.security.BrokenRule NOT_DISCUSSED when it is not
    Discussed expectDiscussed(MemberId member, Subject about) {
        return types.of(about)
                .map(SubjectType::discussed)
                .filter(discussed -> discussed != Discussed.NEVER)
                .filter(_ -> mayRead(member, about))
                .orElseThrow(DiscussionObjection.NOT_DISCUSSED::raised);
    }

    Optional<DiscussionThread> find(MemberId reader, ThreadId id) {
        return threads.find(id).filter(thread -> mayRead(reader, thread.about()));
    }

    /// @throws org.rotfaden.security.BrokenRule THREAD_NOT_FOUND when there is none that she may
    ///   read
    DiscussionThread get(MemberId reader, ThreadId id) {
        return find(reader, id).orElseThrow(DiscussionObjection.THREAD_NOT_FOUND::raised);
    }

    /// The thread as it is, and stays until the current transaction ends, with what lies above it.
    ///
    /// @throws org.rotfaden.security.BrokenRule THREAD_NOT_FOUND when there is none that she may
    ///   read
    DiscussionThread hold(MemberId reader, ThreadId id) {
        return threads.hold(id)
                .filter(thread -> mayRead(reader, thread.about()))
                .orElseThrow(DiscussionObjection.THREAD_NOT_FOUND::raised);
    }

    /// The thread of a post that somebody may read, held.
    ///
    /// @throws org.rotfaden.security.BrokenRule POST_NOT_FOUND when there is none that she may read
    DiscussionThread holdOf(MemberId reader, PostId id) {
        return posts.find(id)
                .flatMap(post -> threads.hold(post.thread()))
                .filter(thread -> mayRead(reader, thread.about()))
                .orElseThrow(DiscussionObjection.POST_NOT_FOUND::raised);
    }
}
