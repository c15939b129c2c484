package org.rotfaden.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import org.rotfaden.security.BrokenRule;
import org.rotfaden.security.Permissions;
import org.rotfaden.ui.elements.PageLink;
import org.rotfaden.ui.elements.RightsPages;
import org.rotfaden.ui.elements.Trouble;
import org.rotfaden.web.Outage;
import org.rotfaden.web.Sentences;
import org.rotfaden.web.Wordless;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// What is refused on an open page, for example because somebody else took the right away a moment
/// ago, or cannot be done while the database is gone, is said there in a sentence. Nothing on the
/// page is lost.
@Component
class RefusalNotices implements VaadinServiceInitListener {

    private static final Logger log = LoggerFactory.getLogger(RefusalNotices.class);
    private static final int SHOWN_MILLIS = 15_000;

    private final Sentences sentences;
    private final RightsPages rightsPages;

    RefusalNotices(Sentences sentences, RightsPages rightsPages) {
        this.sentences = sentences;
        this.rightsPages = rightsPages;
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource()
                .addSessionInitListener(begun -> begun.getSession().setErrorHandler(this::say));
    }

    private void say(ErrorEvent event) {
        UI ui = UI.getCurrent();
        if (ui != null && event.getThrowable() instanceof BrokenRule broken) {
            notice(broken, ui).open();
        } else if (Outage.isBehind(event.getThrowable())) {
            log.warn("The database is gone while somebody looks at a page");
            if (ui != null) {
                notice(new Div(new Trouble(null, ui.getTranslation("problem." + Outage.CODE))))
                        .open();
            }
        } else {
            log.error("Something on a page failed", Wordless.of(event.getThrowable()));
        }
    }

    private Notification notice(BrokenRule broken, UI ui) {
        var content = new Div(new Trouble(null, sentences.of(broken, ui.getLocale())));
        if (broken.kind() == BrokenRule.Kind.FORBIDDEN
                && !broken.code().equals(Permissions.HAS_LEFT)) {
            rightsPages
                    .of(ui.getActiveViewLocation().getPath())
                    .ifPresent(page ->
                            content.add(new PageLink(page, ui.getTranslation("rights.link"))));
        }
        return notice(content);
    }

    private static Notification notice(Div content) {
        var notice = new Notification(content);
        notice.setPosition(Notification.Position.BOTTOM_CENTER);
        notice.setDuration(SHOWN_MILLIS);
        return notice;
    }
}
