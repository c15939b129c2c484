package org.rotfaden.ui.notices;

import com.vaadin.flow.component.html.Div;
import org.rotfaden.notifications.Choice;
import org.rotfaden.notifications.Choice.Of;
import org.rotfaden.notifications.NoticeEvent;
import org.rotfaden.security.MemberId;
import org.rotfaden.security.Subject;
import org.rotfaden.ui.elements.ActsMenu;
import org.rotfaden.ui.elements.Undoable;
import org.springframework.stereotype.Component;

/// Whether the reader hears of what happens on a page: in the head of a thread or a place.
public final class HearingMenu extends Div {

    /// Makes such menus.
    @Component
    public static final class Maker {

        private final NoticesAtWork work;

        Maker(NoticesAtWork work) {
            this.work = work;
        }

        public HearingMenu of(Subject subject, MemberId reader) {
            return new HearingMenu(work, subject, reader);
        }
    }

    private final transient NoticesAtWork work;
    private final transient Subject subject;
    private final transient MemberId reader;

    private HearingMenu(NoticesAtWork work, Subject subject, MemberId reader) {
        this.work = work;
        this.subject = subject;
        this.reader = reader;
        work.live()
                .page(this, reader, this::show)
                .hears(NoticeEvent.Changed.class, event -> event.isOf(reader));
    }

    private void show() {
        var menu = new ActsMenu("notices", "notices.menu");
        if (work.choices().follows(reader, subject)) {
            menu.add("notices.unfollow", this::unfollow);
        } else {
            menu.add("notices.follow", this::follow);
        }
        menu.beginGroup();
        var here = new Of.About(subject);
        if (work.choices().mutedBy(reader).stream().map(Choice::of).anyMatch(here::equals)) {
            menu.add("notices.unmute", () -> work.choices().unmute(reader, here));
        } else {
            for (MutedFor time : MutedFor.values()) {
                menu.add("notices.mute." + time, () -> mute(here, time));
            }
        }
        removeAll();
        add(menu);
    }

    private void follow() {
        work.choices().follow(reader, subject);
        new Undoable(
                        getTranslation("notices.followed"),
                        () -> work.choices().unfollow(reader, subject))
                .open();
    }

    private void unfollow() {
        work.choices().unfollow(reader, subject);
        new Undoable(
                        getTranslation("notices.unfollowed"),
                        () -> work.choices().follow(reader, subject))
                .open();
    }

    private void mute(Of here, MutedFor time) {
        work.choices().mute(reader, here, time.until(work.clock(), work.today()));
        new Undoable(
                        getTranslation("notices.muted-here"),
                        () -> work.choices().unmute(reader, here))
                .open();
    }
}
