package org.rotfaden.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.dependency.JavaScript;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.Layout;
import com.vaadin.flow.router.NavigationTrigger;
import com.vaadin.flow.router.RouterLayout;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rotfaden.members.Logins;
import org.rotfaden.members.Members;
import org.rotfaden.security.CurrentMember;
import org.rotfaden.security.LoginId;
import org.rotfaden.security.SignedIn;
import org.rotfaden.ui.discussions.Outbox;
import org.rotfaden.ui.elements.Dialogs;
import org.rotfaden.ui.elements.Live;
import org.rotfaden.ui.palette.RecentPages;

/// What stands around every page: a rail on wide screens, a bar at the bottom of phones. Whoever is
/// not logged in sees the page alone.
@Layout
@AnonymousAllowed
@JavaScript("context://script/shell.js")
class MainLayout extends Div implements RouterLayout, AfterNavigationObserver {

    private final Main content = new Main();
    private final Div page = new Div();
    private final @Nullable Navigation navigation;
    private @Nullable String open;

    MainLayout(
            CurrentMember currentMember,
            Members members,
            Logins logins,
            Live live,
            PagesAfterLeaving afterLeaving,
            NavigationParts parts,
            Outbox.Maker outbox) {
        addClassName("shell");
        content.setId("content");
        content.getElement().setAttribute("tabindex", "-1");
        add(skipLink());
        navigation =
                currentMember
                        .find()
                        .map(SignedIn::member)
                        .flatMap(members::find)
                        .map(member -> new Navigation(member, parts))
                        .orElse(null);
        if (navigation != null) {
            content.add(navigation.tabs());
            add(navigation);
        }
        content.add(page);
        add(content);
        currentMember
                .find()
                .ifPresent(reader -> {
                    LoginId login = reader.login();
                    if (login != null) {
                        logins.opened(login);
                    }
                    add(outbox.of(reader.member()));
                    live.page(this, reader.member(), () -> look(reader, logins, afterLeaving));
                });
    }

    /// Whoever is logged out elsewhere sees nothing more here, and whoever leaves the association
    /// while a page is open does not go on reading it.
    private void look(SignedIn reader, Logins logins, PagesAfterLeaving afterLeaving) {
        LoginId login = reader.login();
        if (login != null && logins.find(login).isEmpty()) {
            leadOut();
        } else if (open != null && afterLeaving.isClosed(open, reader.member())) {
            close();
        }
    }

    /// What is loaded instead says why the page is closed.
    private void close() {
        getUI().ifPresent(ui -> ui.getPage().reload());
        removeAll();
    }

    /// To a door that knows of no page: who stands there next may be somebody else.
    private void leadOut() {
        getUI().ifPresent(ui -> ui.getPage().executeJs("window.rotfadenShell.leadToDoor()"));
        removeAll();
    }

    @Override
    public void showRouterLayoutContent(HasElement view) {
        page.getElement().removeAllChildren();
        page.getElement().appendChild(view.getElement());
    }

    /// Screen readers begin where the new page begins, or where they were when they left it.
    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        open = event.getLocation().getPath();
        if (navigation != null) {
            navigation.mark(open);
            RecentPages.note(open);
        }
        if (event.getLocationChangeEvent().getTrigger() != NavigationTrigger.PAGE_LOAD) {
            getUI().ifPresent(Dialogs::closeAll);
            content.getElement()
                    .executeJs(
                            "window.rotfadenShell.arrive(this, $0)",
                            event.getLocation().getPathWithQueryParameters());
        }
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        getElement()
                .executeJs(
                        "window.rotfadenShell.begin($0, $1)",
                        Map.of(
                                "justNow", getTranslation("when.just-now"),
                                "minutesAgo", getTranslation("when.minutes-ago", "#"),
                                "hoursAgo", getTranslation("when.hours-ago", "#")),
                        navigation == null ? Map.of() : navigation.keys());
        askOnceMore();
    }

    /// A server keeps its last answer until the browser asks again. The first is the largest by
    /// far, and many pages are only read.
    private void askOnceMore() {
        getElement().executeJs("return true").then(_ -> {});
    }

    private Anchor skipLink() {
        var skip = new Anchor("#content", getTranslation("shell.skip"));
        skip.addClassName("skip");
        skip.setRouterIgnore(true);
        return skip;
    }
}
