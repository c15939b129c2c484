package org.rotfaden.ui.discussions;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rotfaden.discussions.DiscussionThread;
import org.rotfaden.discussions.ReadMarks;
import org.rotfaden.discussions.ThreadEvent;
import org.rotfaden.discussions.ThreadId;
import org.rotfaden.members.Member;
import org.rotfaden.security.MemberId;
import org.rotfaden.security.Permission;
import org.rotfaden.security.Subject;
import org.rotfaden.ui.elements.Live;
import org.rotfaden.ui.elements.LivePage;
import org.rotfaden.ui.elements.Nothing;
import org.rotfaden.ui.elements.Once;
import org.rotfaden.ui.elements.PageLink;
import org.rotfaden.ui.elements.Paths;
import org.rotfaden.ui.elements.PlaceTab;
import org.rotfaden.ui.elements.PlainRows;
import org.rotfaden.ui.elements.When;

/// The threads of a unit, a body or a group, the one with the newest post first.
@StyleSheet("context://style/threads.css")
public final class PlaceThreads extends Section {

    private static final int AT_ONCE = 30;

    /// Makes such sections.
    @org.springframework.stereotype.Component
    public static final class Maker {

        private final ThreadsAtWork work;
        private final Live live;

        Maker(ThreadsAtWork work, Live live) {
            this.work = work;
            this.live = live;
        }

        /// The parts of a place, this one among them where a reader finds something in it or can
        /// begin it.
        public List<PlaceTab> tabs(List<PlaceTab> all, Subject about, MemberId reader) {
            return isFor(about, reader)
                    ? all
                    : all.stream().filter(tab -> tab != PlaceTab.THREADS).toList();
        }

        private boolean isFor(Subject about, MemberId reader) {
            return work.permissions().allows(reader, Permission.READ, about)
                    && (work.circle().mayPost(reader, about).allowed()
                            || !work.catalogue().about(reader, about, 0, 1).isEmpty());
        }

        public PlaceThreads of(Subject about, MemberId reader) {
            return new PlaceThreads(this, about, reader);
        }
    }

    /// What a row shows.
    private record Row(
            ThreadId id,
            int number,
            String title,
            String begunBy,
            Instant last,
            int posts,
            boolean isClosed,
            int unread) {}

    private final transient Maker maker;
    private final transient Subject about;
    private final transient MemberId reader;
    private final transient LivePage live;
    private final Div begin = new Div();
    private final Div nothing = new Div();
    private final Div more = new Div();
    private final PlainRows<ThreadId, Row> rows = new PlainRows<>(Row::id, row -> row(row));
    private int most = AT_ONCE;

    private PlaceThreads(Maker maker, Subject about, MemberId reader) {
        this.maker = maker;
        this.about = about;
        this.reader = reader;
        addClassName("place-threads");
        rows.addClassName("threads");
        var heading = new H2(getTranslation("threads.title"));
        heading.addClassName("for-screen-readers");
        add(heading, begin, nothing, rows, more);
        live =
                maker.live
                        .page(this, reader, this::show)
                        .hears(ThreadEvent.class, event -> event.about().equals(about));
        live.looksAt(List.of(about));
    }

    private void show() {
        ThreadsAtWork work = maker.work;
        List<DiscussionThread> found = work.catalogue().about(reader, about, 0, most + 1);
        List<DiscussionThread> shown = found.subList(0, Math.min(found.size(), most));
        Map<ThreadId, Integer> unread =
                work.marks().unread(reader, shown.stream().map(DiscussionThread::id).toList());
        Map<MemberId, Member> people =
                work.members().some(shown.stream().map(DiscussionThread::begunBy).toList());
        rows.show(
                shown.stream()
                        .map(thread ->
                                new Row(
                                        thread.id(),
                                        thread.number(),
                                        thread.title(),
                                        name(people.get(thread.begunBy())),
                                        thread.last(),
                                        thread.posts(),
                                        thread.isClosed(),
                                        unread.getOrDefault(thread.id(), 0)))
                        .toList());
        showBegin(work.circle().mayPost(reader, about).allowed());
        nothing.removeAll();
        if (shown.isEmpty()) {
            nothing.add(new Nothing(new Paragraph(getTranslation("threads.nothing"))));
        }
        more.removeAll();
        if (found.size() > most) {
            more.add(moreButton());
        }
    }

    private void showBegin(boolean mayPost) {
        if (mayPost && begin.getComponentCount() == 0) {
            begin.add(new NewThreadElement(maker.work, reader, about));
        } else if (!mayPost) {
            begin.removeAll();
        }
    }

    private NativeButton moreButton() {
        var button = new NativeButton(getTranslation("threads.more"));
        button.addClassNames("bare", "more");
        Once.whenPressed(
                button,
                () -> {
                    int before = rows.count();
                    most += AT_ONCE;
                    show();
                    rows.focusAfter(before);
                });
        return button;
    }

    private static String name(@Nullable Member member) {
        return member == null ? "" : member.name();
    }

    private Component row(Row row) {
        var title = PageLink.named(Paths.thread(row.number()), row.title());
        title.addClassName("row-title");
        var facts =
                new Div(
                        new Span(
                                getTranslation(
                                        row.posts() == 1 ? "threads.post" : "threads.posts",
                                        row.posts(),
                                        row.begunBy())),
                        new Span(" · "),
                        new When(row.last(), maker.work.clock()));
        facts.addClassName("about");
        if (row.isClosed()) {
            facts.add(new Span(" · " + getTranslation("thread.is-closed")));
        }
        var item = new ListItem(new Div(title, facts));
        if (row.unread() > 0) {
            var unread =
                    new Span(
                            row.unread() >= ReadMarks.MOST_COUNTED
                                    ? getTranslation("threads.many-unread", ReadMarks.MOST_COUNTED)
                                    : getTranslation("threads.unread", row.unread()));
            unread.addClassName("unread");
            item.add(unread);
        }
        return item;
    }
}
