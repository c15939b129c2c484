package org.rotfaden.ui.discussions;

import com.vaadin.flow.component.ClientCallable;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JavaScript;
import com.vaadin.flow.component.dependency.StyleSheet;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rotfaden.discussions.DiscussionObjection;
import org.rotfaden.discussions.DiscussionThread;
import org.rotfaden.discussions.Post;
import org.rotfaden.discussions.PostId;
import org.rotfaden.discussions.PostMark;
import org.rotfaden.discussions.ReactionKind;
import org.rotfaden.discussions.Reactions;
import org.rotfaden.discussions.ThreadCatalogue;
import org.rotfaden.discussions.ThreadCatalogue.Seen;
import org.rotfaden.discussions.ThreadId;
import org.rotfaden.security.BrokenRule;
import org.rotfaden.security.MemberId;
import org.rotfaden.security.Subject;
import org.rotfaden.ui.discussions.ShownThread.Answer;
import org.rotfaden.ui.discussions.ShownThread.Before;
import org.rotfaden.ui.discussions.ShownThread.Choice;
import org.rotfaden.ui.discussions.ShownThread.Editable;
import org.rotfaden.ui.discussions.ShownThread.Opening;
import org.rotfaden.ui.discussions.ShownThread.Reacted;
import org.rotfaden.ui.discussions.ShownThread.Stretch;
import org.rotfaden.ui.elements.Language;

/// The browser side of a thread. The server keeps nothing of the posts that it shows.
@Tag("rotfaden-thread")
@JavaScript("context://editor/rotfaden-threads.js")
@StyleSheet("context://style/threads.css")
final class ThreadElement extends Component {

    /// So many posts stand before the first unread one, and so many are told at once.
    private static final int BEFORE = 10;

    private static final int AT_ONCE = 50;
    private static final int MOST_NAMES = 50;

    private final transient ThreadsAtWork work;
    private final transient MemberId reader;
    private final transient Subject about;
    private transient @Nullable ThreadId thread;
    private boolean isOpen;

    ThreadElement(ThreadsAtWork work, MemberId reader, Subject about) {
        this.work = work;
        this.reader = reader;
        this.about = about;
        getElement().setAttribute("member-id", reader.toString());
        getElement().setAttribute("lang", Language.of(getLocale()).code());
    }

    /// Shows a thread, or what is asked for anew of it.
    ///
    /// @param now nothing before its first post
    /// @param sought the post to which the address leads
    void show(@Nullable DiscussionThread now, @Nullable PostId sought) {
        thread = now == null ? null : now.id();
        getElement()
                .setAttribute(
                        "about",
                        now == null || now.title().isEmpty()
                                ? about.type() + ":" + about.id()
                                : "thread:" + now.id());
        if (now != null) {
            getElement().setAttribute("number", Integer.toString(now.number()));
        }
        Opening opening = opening(now, sought);
        getElement().callJsFunction(isOpen ? "renew" : "open", opening);
        isOpen = true;
    }

    private Opening opening(@Nullable DiscussionThread now, @Nullable PostId sought) {
        ShownThread.Standing standing = standing(now);
        if (now == null) {
            return new Opening(null, List.of(), false, false, standing, List.of(), null);
        }
        ThreadCatalogue catalogue = work.catalogue();
        Optional<Stretch> around =
                Optional.ofNullable(sought)
                        .filter(post -> catalogue.post(reader, post).isPresent())
                        .map(post ->
                                shown(catalogue.around(reader, now.id(), post, BEFORE, AT_ONCE)));
        Stretch stretch =
                around.orElseGet(
                        () -> shown(catalogue.aroundUnread(reader, now.id(), BEFORE, AT_ONCE)));
        return new Opening(
                now.id().toString(),
                stretch.posts(),
                stretch.earlier(),
                stretch.later(),
                standing,
                marked(now.id()),
                around.isPresent() && sought != null ? sought.toString() : null);
    }

    /// Shows what the reader may do in it now.
    void showStanding(@Nullable DiscussionThread now) {
        getElement().callJsFunction("stand", standing(now));
    }

    private ShownThread.Standing standing(@Nullable DiscussionThread now) {
        String closed = now != null && now.isClosed() ? getTranslation("thread.closed") : null;
        return work.standing(reader, about, now, closed, getLocale());
    }

    /// Shows a post as it is now, and the gap before it.
    void showPost(PostId id) {
        List<Seen> there = new ArrayList<>();
        List<String> gone = new ArrayList<>();
        for (PostId one : concerned(id)) {
            work.catalogue()
                    .post(reader, one)
                    .ifPresentOrElse(there::add, () -> gone.add(one.toString()));
        }
        if (!gone.isEmpty()) {
            getElement().callJsFunction("drop", gone);
        }
        if (!there.isEmpty()) {
            getElement().callJsFunction("put", work.shown(reader, there, readTo()));
        }
    }

    private List<PostId> concerned(PostId id) {
        List<PostId> concerned = new ArrayList<>(List.of(id));
        work.catalogue().answeredBy(id).ifPresent(concerned::addFirst);
        return concerned;
    }

    /// Shows what is marked.
    void showMarked() {
        if (thread != null) {
            getElement().callJsFunction("mark", marked(thread));
        }
    }

    private List<ShownPost> marked(ThreadId id) {
        return work.shown(reader, work.catalogue().marked(reader, id), Instant.MAX);
    }

    private @Nullable Instant readTo() {
        return thread == null ? null : work.catalogue().readTo(reader, thread).orElse(null);
    }

    private Stretch shown(ThreadCatalogue.Stretch stretch) {
        return new Stretch(
                work.shown(reader, stretch.posts(), stretch.readTo()),
                stretch.earlier(),
                stretch.later());
    }

    @ClientCallable
    Stretch before(String post) {
        return stretch(post, id -> work.catalogue().before(reader, here(), id, AT_ONCE));
    }

    @ClientCallable
    Stretch behind(String post) {
        return stretch(post, id -> work.catalogue().behind(reader, here(), id, AT_ONCE));
    }

    @ClientCallable
    Stretch around(String post) {
        return stretch(post, id -> work.catalogue().around(reader, here(), id, BEFORE, AT_ONCE));
    }

    @ClientCallable
    Stretch newest() {
        return orElse(
                Stretch.NOTHING, () -> shown(work.catalogue().newest(reader, here(), AT_ONCE)));
    }

    private Stretch stretch(String post, Function<PostId, ThreadCatalogue.Stretch> found) {
        return orElse(Stretch.NOTHING, () -> shown(found.apply(postId(post))));
    }

    /// What was there a moment ago may be gone.
    private static <T> T orElse(T nothing, Supplier<T> found) {
        try {
            return found.get();
        } catch (BrokenRule gone) {
            return nothing;
        }
    }

    @ClientCallable
    void read(String moment) {
        try {
            if (thread != null) {
                work.marks().read(reader, thread, Instant.parse(moment));
            }
        } catch (BrokenRule | DateTimeParseException gone) {
            // nothing to be read any more, or nothing that a page says
        }
    }

    @ClientCallable
    List<Choice> find(String words) {
        return work.choices(reader, about, words);
    }

    @ClientCallable
    Editable words(String post) {
        return orElse(
                new Editable("", 0, List.of()),
                () -> {
                    Post found = there(post).post();
                    return new Editable(
                            found.words(), found.version(), work.mentionsIn(found.words(), reader));
                });
    }

    private Seen there(String post) {
        return work.catalogue()
                .post(reader, postId(post))
                .orElseThrow(DiscussionObjection.POST_NOT_FOUND::raised);
    }

    @ClientCallable
    Answer edit(String post, String words, double version) {
        return answer(() ->
                Answer.edited(
                        work.posts().edit(reader, postId(post), words, (long) version).version()));
    }

    @ClientCallable
    Answer takeBackEdit(String post, double version) {
        return done(() -> work.posts().takeBackEdit(reader, postId(post), (long) version));
    }

    @ClientCallable
    Answer remove(String post) {
        return done(() -> work.posts().delete(reader, postId(post)));
    }

    @ClientCallable
    Answer bringBack(String post) {
        return done(() -> work.posts().bringBack(reader, postId(post)));
    }

    @ClientCallable
    Answer react(String post, String kind, boolean on) {
        return done(() -> {
            ReactionKind reaction = named(ReactionKind.values(), kind);
            if (on) {
                work.reactions().react(reader, postId(post), reaction);
            } else {
                work.reactions().takeBack(reader, postId(post), reaction);
            }
        });
    }

    /// @param mark empty where it is marked no longer
    @ClientCallable
    Answer mark(String post, String mark) {
        return done(() -> {
            @Nullable PostMark now = mark.isEmpty() ? null : named(PostMark.values(), mark);
            work.posts().mark(reader, postId(post), now);
        });
    }

    @ClientCallable
    List<Before> history(String post) {
        return orElse(
                List.of(),
                () ->
                        work.catalogue().history(reader, postId(post)).stream()
                                .map(before ->
                                        new Before(
                                                work.moment(before.at()),
                                                work.blocks(before.words(), reader)))
                                .toList());
    }

    @ClientCallable
    List<Reacted> reacted(String post) {
        return orElse(
                List.of(),
                () ->
                        there(post).reactions().stream()
                                .map(count -> reacted(postId(post), count))
                                .toList());
    }

    private Reacted reacted(PostId id, Reactions.Count count) {
        List<MemberId> who = work.reactions().who(reader, id, count.kind(), MOST_NAMES);
        var names = work.members().namesOf(who);
        return new Reacted(
                count.kind(),
                who.stream().map(member -> names.getOrDefault(member, "")).toList(),
                Math.max(0, count.members() - who.size()));
    }

    private Answer done(Runnable act) {
        return answer(() -> {
            act.run();
            return Answer.DONE;
        });
    }

    private Answer answer(Supplier<Answer> act) {
        return work.answer(getLocale(), act);
    }

    private ThreadId here() {
        return Optional.ofNullable(thread)
                .orElseThrow(DiscussionObjection.THREAD_NOT_FOUND::raised);
    }

    /// One of ours; no page of ours says another.
    private static <E extends Enum<E>> E named(E[] all, String name) {
        return Stream.of(all)
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow(DiscussionObjection.POST_NOT_FOUND::raised);
    }

    private static PostId postId(String id) {
        return new PostId(Sent.uuid(id));
    }
}
