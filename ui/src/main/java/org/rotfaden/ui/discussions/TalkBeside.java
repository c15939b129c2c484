package org.rotfaden.ui.discussions;

import static java.util.Objects.requireNonNull;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rotfaden.crdt.Passage;
import org.rotfaden.discussions.DiscussionThread;
import org.rotfaden.discussions.Post;
import org.rotfaden.discussions.Quotation;
import org.rotfaden.discussions.ThreadEvent;
import org.rotfaden.discussions.ThreadId;
import org.rotfaden.security.BrokenRule;
import org.rotfaden.security.MemberId;
import org.rotfaden.security.Subject;
import org.rotfaden.ui.elements.Icon;
import org.rotfaden.ui.elements.Live;
import org.rotfaden.ui.elements.LivePage;
import org.rotfaden.ui.elements.Once;
import org.rotfaden.ui.elements.Undoable;

/// What is said beside a live text: the comments at its words, and the one thread beside it. One
/// comment is open at a time, in the place of the others.
public final class TalkBeside extends Div {

    private static final int MOST_LETTERS = 120;

    /// Makes one for each page.
    @org.springframework.stereotype.Component
    public static final class Maker {

        private final ThreadsAtWork work;
        private final ThreadPanel.Maker panels;
        private final Live live;

        Maker(ThreadsAtWork work, ThreadPanel.Maker panels, Live live) {
            this.work = work;
            this.panels = panels;
            this.live = live;
        }

        /// What is said beside a text.
        ///
        /// @param bringOut is run when somebody points at words, so that it is to be seen
        public TalkBeside of(Subject about, MemberId reader, Runnable bringOut) {
            return new TalkBeside(this, about, reader, bringOut);
        }
    }

    private final transient ThreadsAtWork work;
    private final transient Maker maker;
    private final transient Subject about;
    private final transient MemberId reader;
    private final transient Runnable bringOut;
    private final CommentsElement comments;
    private final Div all = new Div();
    private final Div one = new Div();
    private final Div resolving = new Div();
    private final transient LivePage live;
    private transient @Nullable ThreadId open;

    private TalkBeside(Maker maker, Subject about, MemberId reader, Runnable bringOut) {
        this.maker = maker;
        this.work = maker.work;
        this.about = about;
        this.reader = reader;
        this.bringOut = bringOut;
        addClassName("talk");
        comments = new CommentsElement(reader, about, this::open, this::begin, this::follow);
        all.addClassName("talk-all");
        one.addClassName("talk-one");
        all.add(comments, maker.panels.beside(about, reader));
        add(all, one);
        one.getElement()
                .executeJs(
                        """
                        this.addEventListener('keydown', event => {
                            if (event.key === 'Escape' && !event.defaultPrevented) {
                                event.preventDefault();
                                this.querySelector('button')?.click();
                            }
                        })
                        """);
        live =
                maker.live
                        .page(this, reader, this::show)
                        .hears(ThreadEvent.class, event -> event.about().equals(about));
        live.looksAt(List.of(about));
    }

    private void show() {
        List<DiscussionThread> found = work.comments().of(reader, about);
        List<ThreadId> ids = found.stream().map(DiscussionThread::id).toList();
        Map<ThreadId, Integer> unread = work.marks().unread(reader, ids);
        Map<ThreadId, Post> firsts =
                work.catalogue().firsts(ids).stream()
                        .collect(Collectors.toMap(Post::thread, Function.identity()));
        Map<MemberId, String> names =
                work.members()
                        .namesOf(
                                firsts.values().stream()
                                        .map(Post::author)
                                        .collect(Collectors.toSet()));
        comments.show(
                found.stream()
                        .flatMap(comment ->
                                Optional.ofNullable(firsts.get(comment.id()))
                                        .map(first -> shown(comment, first, names, unread))
                                        .stream())
                        .toList(),
                work.circle().mayPost(reader, about).allowed());
        if (open != null) {
            work.catalogue().find(reader, open).ifPresentOrElse(this::showResolving, this::close);
        }
    }

    private static CommentsElement.Shown shown(
            DiscussionThread comment,
            Post first,
            Map<MemberId, String> names,
            Map<ThreadId, Integer> unread) {
        Quotation at = requireNonNull(comment.at());
        Passage passage = at.passage();
        return new CommentsElement.Shown(
                comment.id().toString(),
                passage.root().key(),
                passage.start(),
                passage.end(),
                at.words(),
                names.getOrDefault(first.author(), ""),
                beginning(first.words()),
                comment.posts() - 1,
                comment.isClosed(),
                unread.getOrDefault(comment.id(), 0) > 0);
    }

    private static String beginning(String words) {
        String line = words.replaceAll("@[a-z-]+:[0-9a-f-]{36}", "@…").replaceAll("\\s+", " ");
        return line.length() <= MOST_LETTERS ? line : line.substring(0, MOST_LETTERS) + "…";
    }

    private void open(ThreadId id) {
        Optional<DiscussionThread> found = work.catalogue().find(reader, id);
        if (found.isEmpty() || id.equals(open)) {
            return;
        }
        open = id;
        String words = Optional.ofNullable(found.get().at()).map(Quotation::words).orElse("");
        var point = new NativeButton(words.isEmpty() ? getTranslation("comment.show") : words);
        point.addClassNames("bare", "comment-quoted");
        Once.whenPressed(point, () -> comments.point(id, true));
        showOne(point, resolving, maker.panels.of(found.get(), null, reader));
        showResolving(found.get());
        comments.point(id, false);
        point.focus();
    }

    /// Who may not resolve it sees whether it is.
    private void showResolving(DiscussionThread now) {
        resolving.removeAll();
        boolean isResolved = now.isClosed();
        if (isResolved) {
            resolving.add(new Span(getTranslation("comment.is-resolved")));
        }
        if (work.circle().mayLead(reader, now).allowed()) {
            var act =
                    new NativeButton(
                            getTranslation(isResolved ? "comment.reopen" : "comment.resolve"));
            act.addClassName("bare");
            Once.whenPressed(act, () -> resolve(now.id(), !isResolved));
            resolving.add(act);
        }
    }

    private void resolve(ThreadId id, boolean isResolved) {
        if (isResolved) {
            work.threads().close(reader, id);
            close();
            new Undoable(
                            getTranslation("comment.was-resolved"),
                            () -> work.threads().reopen(reader, id))
                    .open();
        } else {
            work.threads().reopen(reader, id);
        }
    }

    private void begin(Passage passage, String words) {
        open = null;
        showOne(
                new NewThreadElement(
                        work,
                        reader,
                        about,
                        new NewThreadElement.At(
                                passage,
                                words,
                                begun ->
                                        begun.ifPresentOrElse(
                                                comment -> open(comment.id()), this::close))));
    }

    /// Whoever undid the deletion tells it for all.
    private void follow(ThreadId id, Passage passage) {
        try {
            work.comments().follow(reader, id, passage);
        } catch (BrokenRule otherWords) {
            // it stays where it was
        }
    }

    private void showOne(Component... parts) {
        var back = new NativeButton();
        back.add(new Icon("back"), new Span(getTranslation("comment.all")));
        back.addClassName("bare");
        Once.whenPressed(back, this::close);
        one.removeAll();
        one.add(new Paragraph(back));
        one.add(parts);
        addClassName("talk-is-open");
        bringOut.run();
    }

    private void close() {
        comments.leave(open);
        open = null;
        one.removeAll();
        removeClassName("talk-is-open");
    }
}
