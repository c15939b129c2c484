package org.rotfaden.discussions;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rotfaden.association.TypedWords;
import org.rotfaden.attachments.Attachment;
import org.rotfaden.attachments.Attachments;
import org.rotfaden.security.MemberId;
import org.rotfaden.security.Permissions;
import org.rotfaden.security.Subject;
import org.springframework.stereotype.Service;

/// The threads and posts to read.
@Service
public class ThreadCatalogue {

    /// So many posts are shown at once.
    public static final int MOST_POSTS = 200;

    private static final int MOST_MARKED = 50;

    /// A post as a reader sees it.
    public record Seen(Post post, List<Reactions.Count> reactions, List<Attachment> files) {}

    /// Some posts of a thread that stand one after the other.
    ///
    /// @param earlier whether there are more before them
    /// @param later whether there are more behind them
    /// @param readTo until when the reader had read the thread; nothing where she never opened it
    public record Stretch(
            List<Seen> posts, boolean earlier, boolean later, @Nullable Instant readTo) {}

    private final ThreadRows threads;
    private final PostRows posts;
    private final Circle circle;
    private final Reactions reactions;
    private final ReadMarks marks;
    private final Attachments files;
    private final Permissions permissions;

    ThreadCatalogue(
            ThreadRows threads,
            PostRows posts,
            Circle circle,
            Reactions reactions,
            ReadMarks marks,
            Attachments files,
            Permissions permissions) {
        this.threads = threads;
        this.posts = posts;
        this.circle = circle;
        this.reactions = reactions;
        this.marks = marks;
        this.files = files;
        this.permissions = permissions;
    }

    /// A thread that the reader may read. One that she may not is to her as if there were none.
    public Optional<DiscussionThread> find(MemberId reader, int number) {
        return threads.find(number).filter(thread -> circle.mayRead(reader, thread.about()));
    }

    /// A thread that the reader may read.
    public Optional<DiscussionThread> find(MemberId reader, ThreadId id) {
        return circle.find(reader, id);
    }

    /// The thread with this id.
    ///
    /// @throws org.rotfaden.security.BrokenRule THREAD_NOT_FOUND when there is none that the reader
    ///   may read
    public DiscussionThread get(MemberId reader, ThreadId id) {
        return circle.get(reader, id);
    }

    /// The thread that stands beside a thing; nothing before its first post.
    ///
    /// @throws org.rotfaden.security.BrokenRule NOT_DISCUSSED when she may not read it
    public Optional<DiscussionThread> beside(MemberId reader, Subject about) {
        circle.expectDiscussed(reader, about);
        return threads.beside(about);
    }

    /// The threads of a subject, the one with the newest post first.
    ///
    /// @param after how many to leave out at the beginning
    /// @throws org.rotfaden.security.BrokenRule NOT_DISCUSSED when she may not read them
    public List<DiscussionThread> about(MemberId reader, Subject about, int after, int most) {
        circle.expectDiscussed(reader, about);
        return threads.about(about, after, most);
    }

    /// The threads of some subjects that were begun last and that the reader may read.
    public List<DiscussionThread> begun(
            MemberId reader, Collection<Subject> about, Instant since, int most) {
        List<Subject> readable =
                about.stream().filter(subject -> circle.mayRead(reader, subject)).toList();
        return threads.begun(readable, since, most);
    }

    /// The threads whose title has the words, the one with the newest post first.
    List<DiscussionThread> titled(MemberId reader, TypedWords words, int most) {
        Set<Subject> keys = permissions.keysOf(reader);
        return threads.titled(keys, words, keys.contains(Subject.EVERYBODY), most).stream()
                .filter(thread -> circle.mayRead(reader, thread.about()))
                .toList();
    }

    List<DiscussionThread> some(MemberId reader, Collection<ThreadId> ids) {
        return threads.some(ids).stream()
                .filter(thread -> circle.mayRead(reader, thread.about()))
                .toList();
    }

    /// The posts around the first one that the reader has not read; the last ones where she has
    /// read all, and the first ones where she opens it for the first time.
    ///
    /// @throws org.rotfaden.security.BrokenRule THREAD_NOT_FOUND when she may not read it
    public Stretch aroundUnread(MemberId reader, ThreadId id, int before, int most) {
        circle.get(reader, id);
        Optional<Instant> readTo = marks.of(reader, id);
        Place place = posts.firstSince(id, readTo.orElse(Instant.EPOCH), reader).orElse(Place.LAST);
        int further = place.equals(Place.LAST) ? most : before;
        return around(reader, id, place, further, most);
    }

    /// The posts around one of them.
    ///
    /// @throws org.rotfaden.security.BrokenRule POST_NOT_FOUND when it is not there
    public Stretch around(MemberId reader, ThreadId id, PostId post, int before, int most) {
        circle.get(reader, id);
        return around(reader, id, place(id, post), before, most);
    }

    /// The last posts.
    ///
    /// @throws org.rotfaden.security.BrokenRule THREAD_NOT_FOUND when she may not read it
    public Stretch newest(MemberId reader, ThreadId id, int most) {
        circle.get(reader, id);
        return around(reader, id, Place.LAST, most, 0);
    }

    /// The posts that stand before one.
    public Stretch before(MemberId reader, ThreadId id, PostId post, int most) {
        circle.get(reader, id);
        List<Post> found = posts.before(id, place(id, post), most + 1);
        boolean isMore = found.size() > most;
        return new Stretch(
                seen(reader, isMore ? found.subList(1, found.size()) : found),
                isMore,
                true,
                marks.of(reader, id).orElse(null));
    }

    /// The posts that stand behind one.
    public Stretch behind(MemberId reader, ThreadId id, PostId post, int most) {
        circle.get(reader, id);
        List<Post> found = posts.from(id, place(id, post), most + 2);
        int from = !found.isEmpty() && found.getFirst().id().equals(post) ? 1 : 0;
        List<Post> behind = found.subList(from, Math.min(found.size(), from + most));
        return new Stretch(
                seen(reader, behind),
                true,
                found.size() > from + most,
                marks.of(reader, id).orElse(null));
    }

    private Stretch around(MemberId reader, ThreadId id, Place place, int before, int most) {
        List<Post> earlier = posts.before(id, place, before + 1);
        List<Post> later = posts.from(id, place, most + 1);
        boolean isMoreBefore = earlier.size() > before;
        boolean isMoreBehind = later.size() > most;
        List<Post> all = new ArrayList<>();
        all.addAll(isMoreBefore ? earlier.subList(1, earlier.size()) : earlier);
        all.addAll(isMoreBehind ? later.subList(0, most) : later);
        return new Stretch(
                seen(reader, all), isMoreBefore, isMoreBehind, marks.of(reader, id).orElse(null));
    }

    private Place place(ThreadId thread, PostId post) {
        return posts.placeOf(thread, post).orElseThrow(DiscussionObjection.POST_NOT_FOUND::raised);
    }

    /// The posts as they were written.
    ///
    /// @param after those that came later than this one; from the first on where it is nothing
    /// @throws org.rotfaden.security.BrokenRule THREAD_NOT_FOUND when she may not read it
    /// @throws org.rotfaden.security.BrokenRule POST_NOT_FOUND when that one is not there
    public List<Seen> written(MemberId reader, ThreadId id, @Nullable PostId after, int most) {
        circle.get(reader, id);
        Instant from = after == null ? null : place(id, after).at();
        return seen(reader, posts.written(id, from, most));
    }

    /// One post, be it as a gap; nothing where it is not there or not for her.
    public Optional<Seen> post(MemberId reader, PostId id) {
        return posts.findSeen(id)
                .filter(post -> circle.find(reader, post.thread()).isPresent())
                .map(post -> seen(reader, List.of(post)).getFirst());
    }

    /// Some posts, whoever may read them: whoever asks knows their thread.
    public List<Post> some(Collection<PostId> ids) {
        return ids.isEmpty() ? List.of() : posts.some(ids);
    }

    /// The first post of each thread in which something can be read, whoever may read it: whoever
    /// asks knows the threads.
    public List<Post> firsts(Collection<ThreadId> ids) {
        return ids.isEmpty() ? List.of() : posts.firsts(ids);
    }

    /// Until when the reader has read a thread; nothing where she never opened it.
    public Optional<Instant> readTo(MemberId reader, ThreadId id) {
        return marks.of(reader, id);
    }

    /// The post that another answers.
    public Optional<PostId> answeredBy(PostId id) {
        return posts.find(id).flatMap(post -> Optional.ofNullable(post.answers()));
    }

    /// What is marked in a thread.
    public List<Seen> marked(MemberId reader, ThreadId id) {
        circle.get(reader, id);
        return seen(reader, posts.marked(id, MOST_MARKED));
    }

    /// What stood in a post before it was edited, the latest first.
    ///
    /// @throws org.rotfaden.security.BrokenRule POST_NOT_FOUND when it is not there or not for her
    public List<Before> history(MemberId reader, PostId id) {
        Seen seen =
                post(reader, id)
                        .filter(one -> !one.post().isDeleted())
                        .orElseThrow(DiscussionObjection.POST_NOT_FOUND::raised);
        return posts.before(seen.post().id());
    }

    private List<Seen> seen(MemberId reader, List<Post> found) {
        if (found.isEmpty()) {
            return List.of();
        }
        Map<PostId, List<Reactions.Count>> counts =
                reactions.counts(reader, found.stream().map(Post::id).toList());
        Map<Subject, List<Attachment>> kept =
                files.at(
                        found.stream()
                                .filter(post -> !post.isDeleted())
                                .map(post -> post.id().subject())
                                .toList());
        return found.stream()
                .map(post ->
                        new Seen(
                                post,
                                counts.getOrDefault(post.id(), List.of()),
                                kept.getOrDefault(post.id().subject(), List.of())))
                .toList();
    }
}
