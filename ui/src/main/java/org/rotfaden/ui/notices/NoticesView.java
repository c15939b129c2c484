package org.rotfaden.ui.notices;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Instant;
import java.util.List;
import org.rotfaden.discussions.ThreadId;
import org.rotfaden.notifications.Choice.Of;
import org.rotfaden.notifications.Notice;
import org.rotfaden.notifications.NoticeEvent;
import org.rotfaden.notifications.NoticeId;
import org.rotfaden.security.CurrentMember;
import org.rotfaden.security.MemberId;
import org.rotfaden.security.Named;
import org.rotfaden.ui.elements.Act;
import org.rotfaden.ui.elements.Nothing;
import org.rotfaden.ui.elements.Once;
import org.rotfaden.ui.elements.PageLink;
import org.rotfaden.ui.elements.Paths;
import org.rotfaden.ui.elements.RowMenu;
import org.rotfaden.ui.elements.Rows;
import org.rotfaden.ui.elements.Titles;
import org.rotfaden.ui.elements.Undoable;
import org.rotfaden.ui.elements.When;
import org.rotfaden.ui.elements.Why;

/// All that concerns the reader, the newest first, and what of it she does not want to hear of.
@Route(Paths.NOTICES)
@PermitAll
class NoticesView extends Div implements HasDynamicTitle {

    private static final int AT_ONCE = 20;

    private final transient NoticesAtWork work;
    private final transient MemberId reader;
    private final Div nothing = new Div();
    private final Div more = new Div();
    private final Act readAll = new Act(getTranslation("notices.read-all"));
    private final Rows<NoticeId, ShownNotice> rows = new Rows<>(ShownNotice::id, this::row);
    private int most = AT_ONCE;

    NoticesView(NoticesAtWork work, CurrentMember currentMember) {
        this.work = work;
        this.reader = currentMember.get().member();
        addClassNames("page", "notices-page");
        readAll.does(this::readAll);
        var head = new Div(new H1(getTranslation("notices.title")), readAll);
        head.addClassName("page-head");
        rows.addClassName("notices");
        nothing.add(new Nothing(new Paragraph(getTranslation("notices.nothing"))));
        add(head, nothing, rows, more, new MutedSection(work, reader));
        work.live()
                .page(this, reader, this::show)
                .hears(NoticeEvent.class, event -> event.isOf(reader));
    }

    @Override
    public String getPageTitle() {
        return Titles.of(getTranslation("notices.title"));
    }

    private void show() {
        List<Notice> found = work.notices().list(reader, 0, most + 1);
        List<Notice> shown = found.subList(0, Math.min(found.size(), most));
        rows.show(work.shown(shown, reader, getLocale()));
        nothing.setVisible(shown.isEmpty());
        readAll.setVisible(work.notices().countUnread(reader) > 0);
        more.removeAll();
        if (found.size() > most) {
            more.add(moreButton());
        }
    }

    private NativeButton moreButton() {
        var button = new NativeButton(getTranslation("notices.more"));
        button.addClassNames("bare", "more");
        Once.whenPressed(
                button,
                () -> {
                    most += AT_ONCE;
                    show();
                });
        return button;
    }

    private void readAll() {
        Instant moment = work.notices().readAll(reader);
        new Undoable(
                        getTranslation("notices.all-read"),
                        () -> work.notices().takeBackRead(reader, moment))
                .open();
    }

    private ListItem row(ShownNotice notice) {
        var title = PageLink.named(Paths.notice(notice.id()), notice.sentence());
        title.addClassName("row-title");
        var about = new Div(new When(notice.at(), work.clock()), new Why(notice.why()));
        about.addClassName("about");
        var item = new ListItem(new Div(title, about), menu(notice));
        if (notice.isUnread()) {
            var unread = new Span(getTranslation("notices.is-new"));
            unread.addClassName("unread");
            about.addComponentAsFirst(unread);
            item.addClassName("is-unread");
        }
        return item;
    }

    private RowMenu menu(ShownNotice notice) {
        var menu = new RowMenu(notice.sentence());
        if (notice.isUnread()) {
            menu.with(
                    getTranslation("notices.read"),
                    () -> work.notices().read(reader, List.of(notice.id())));
        }
        if (notice.subject().type().equals(ThreadId.SUBJECT)) {
            for (MutedFor time : MutedFor.values()) {
                menu.with(
                        getTranslation("notices.mute-thread." + time),
                        () ->
                                mute(
                                        new Of.About(notice.subject()),
                                        getTranslation("notices.muted-thread"),
                                        time));
            }
        }
        Named place = notice.place();
        if (place != null) {
            menu.with(
                    getTranslation("notices.mute-place", place.name()),
                    () ->
                            mute(
                                    new Of.About(place.subject()),
                                    getTranslation("notices.muted", place.name()),
                                    MutedFor.GOOD));
        }
        return menu.with(
                getTranslation("notices.mute-kind", notice.kind().name()),
                () ->
                        mute(
                                new Of.Kind(notice.kind().code()),
                                getTranslation("notices.muted", notice.kind().name()),
                                MutedFor.GOOD));
    }

    private void mute(Of what, String done, MutedFor time) {
        work.choices().mute(reader, what, time.until(work.clock(), work.today()));
        new Undoable(done, () -> work.choices().unmute(reader, what)).open();
    }
}
