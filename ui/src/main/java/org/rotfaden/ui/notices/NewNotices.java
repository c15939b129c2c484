package org.rotfaden.ui.notices;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Section;
import java.util.List;
import org.rotfaden.notifications.Notice;
import org.rotfaden.notifications.NoticeEvent;
import org.rotfaden.notifications.NoticeId;
import org.rotfaden.security.MemberId;
import org.rotfaden.ui.elements.PageLink;
import org.rotfaden.ui.elements.Paths;
import org.rotfaden.ui.elements.PlainRows;
import org.rotfaden.ui.elements.When;
import org.rotfaden.ui.elements.Why;
import org.springframework.stereotype.Component;

/// The newest notices that the reader has not read, on Start. Nothing where there are none.
public final class NewNotices extends Section {

    private static final int MOST = 3;

    /// Makes such sections.
    @Component
    public static final class Maker {

        private final NoticesAtWork work;

        Maker(NoticesAtWork work) {
            this.work = work;
        }

        public NewNotices of(MemberId reader) {
            return new NewNotices(work, reader);
        }
    }

    private final transient NoticesAtWork work;
    private final transient MemberId reader;
    private final PlainRows<NoticeId, ShownNotice> rows =
            new PlainRows<>(ShownNotice::id, notice -> row(notice));

    private NewNotices(NoticesAtWork work, MemberId reader) {
        this.work = work;
        this.reader = reader;
        addClassName("new-notices");
        rows.addClassName("happenings");
        var all = new PageLink(Paths.NOTICES, getTranslation("notices.all"));
        all.addClassName("all-notices");
        add(new H2(getTranslation("notices.new")), rows, all);
        setVisible(false);
        work.live()
                .page(this, reader, this::show)
                .hears(NoticeEvent.class, event -> event.isOf(reader));
    }

    private void show() {
        List<Notice> unread = work.notices().unread(reader, MOST);
        rows.show(work.shown(unread, reader, getLocale()));
        setVisible(!unread.isEmpty());
    }

    private ListItem row(ShownNotice notice) {
        var title = PageLink.named(Paths.notice(notice.id()), notice.sentence());
        title.addClassName("row-title");
        var about = new Div(new When(notice.at(), work.clock()), new Why(notice.why()));
        about.addClassName("about");
        return new ListItem(title, about);
    }
}
