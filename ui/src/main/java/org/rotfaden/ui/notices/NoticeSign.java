package org.rotfaden.ui.notices;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import org.rotfaden.notifications.Notices;
import org.rotfaden.ui.elements.Icon;
import org.rotfaden.ui.elements.PageLink;
import org.rotfaden.ui.elements.Paths;

/// Leads to the notices from every page, and says how many are unread.
public final class NoticeSign extends Div {

    private static final int MOST = Notices.MOST_COUNTED - 1;

    private final PageLink link = new PageLink(Paths.NOTICES, new Icon("notices"));
    private final Span count = new Span();

    public NoticeSign() {
        addClassName("notice-sign");
        count.addClassName("count");
        count.getElement().setAttribute("aria-hidden", "true");
        link.addClassName("place");
        link.add(count);
        add(link);
        show(0);
    }

    /// Shows how many are unread.
    public void show(int unread) {
        count.setText(unread > MOST ? MOST + "+" : Integer.toString(unread));
        count.setVisible(unread > 0);
        link.getElement().setAttribute("aria-label", words(unread));
        link.setTitle(words(unread));
    }

    private String words(int unread) {
        return unread > MOST
                ? getTranslation("notices.many-unread", MOST)
                : getTranslation("notices.unread", unread);
    }
}
