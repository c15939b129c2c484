package org.rotfaden.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.HighlightConditions;
import com.vaadin.flow.router.RouterLayout;
import com.vaadin.flow.router.RouterLink;
import jakarta.annotation.security.PermitAll;
import org.rotfaden.members.Member;
import org.rotfaden.members.Members;
import org.rotfaden.security.CurrentMember;

/// What stands around every page of somebody who is logged in: a rail on wide screens, a bar at the
/// bottom of phones.
@PermitAll
class MainLayout extends Div implements RouterLayout, AfterNavigationObserver {

    private final Main content = new Main();

    MainLayout(CurrentMember currentMember, Members members) {
        addClassName("shell");
        Member member = members.get(currentMember.get().member());
        content.setId("content");
        content.getElement().setAttribute("tabindex", "-1");
        var skip = new Anchor("#content", getTranslation("shell.skip"));
        skip.addClassName("skip");
        skip.getElement().setAttribute("router-ignore", true);
        add(skip, rail(member), content);
    }

    @Override
    public void showRouterLayoutContent(HasElement view) {
        content.getElement().removeAllChildren();
        content.getElement().appendChild(view.getElement());
    }

    /// Screen readers begin where the new page begins.
    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        if (!event.isRefreshEvent()) {
            content.getElement().executeJs("if (document.activeElement !== document.body) this.focus({preventScroll: true})");
        }
    }

    private Component rail(Member member) {
        var brand = new Div(new ThreadSign(), new Span("Rotfaden"));
        brand.addClassName("brand");
        var pages = new Nav(link(MotionListView.class, "motions.title"));
        pages.getElement().setAttribute("aria-label", getTranslation("shell.pages"));
        if (member.administrator()) {
            pages.add(link(MembersView.class, "members.title"));
        }
        pages.add(link(AccountView.class, "account.title"));
        var name = new Span(member.name());
        name.addClassName("who");
        var rail = new Div(brand, pages, name);
        rail.addClassName("rail");
        return rail;
    }

    private RouterLink link(Class<? extends Component> view, String key) {
        var link = new RouterLink(getTranslation(key), view);
        link.setHighlightCondition(HighlightConditions.locationPrefix());
        link.setHighlightAction(
                (shown, current) -> {
                    if (current) {
                        shown.getElement().setAttribute("aria-current", "page");
                    } else {
                        shown.getElement().removeAttribute("aria-current");
                    }
                });
        return link;
    }
}
