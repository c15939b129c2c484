package org.rotfaden.ui;

import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.Router;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.communication.IndexHtmlResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import org.rotfaden.security.CurrentMember;
import org.rotfaden.security.MemberId;
import org.rotfaden.security.SignedIn;
import org.rotfaden.ui.elements.PageGuard;
import org.rotfaden.ui.elements.Paths;
import org.springframework.stereotype.Component;

/// Gives a page its status. Vaadin answers 200 and finds out afterwards what is there, which
/// misleads caches, link checkers and machines.
@Component
class PageStatus implements VaadinServiceInitListener {

    private final List<PageGuard> guards;
    private final CurrentMember currentMember;

    PageStatus(List<PageGuard> guards, CurrentMember currentMember) {
        this.guards = List.copyOf(guards);
        this.currentMember = currentMember;
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.addIndexHtmlRequestListener(page -> apply(page, event.getSource().getRouter()));
    }

    private void apply(IndexHtmlResponse page, Router router) {
        String path =
                Optional.ofNullable(page.getVaadinRequest().getPathInfo())
                        .orElse("")
                        .replaceFirst("^/", "");
        page.getVaadinResponse().setStatus(statusOf(path, router));
    }

    private int statusOf(String path, Router router) {
        if (router.resolveNavigationTarget(new Location(path)).isEmpty()) {
            return HttpServletResponse.SC_NOT_FOUND;
        }
        return switch (stateOf(thingOf(path))) {
            case OPEN -> HttpServletResponse.SC_OK;
            case CLOSED -> HttpServletResponse.SC_FORBIDDEN;
            case ABSENT -> HttpServletResponse.SC_NOT_FOUND;
        };
    }

    /// What one may do with a thing is told where the thing is.
    private static String thingOf(String path) {
        String rights = "/" + Paths.RIGHTS;
        return path.endsWith(rights) ? path.substring(0, path.length() - rights.length()) : path;
    }

    /// Whoever is not logged in is sent to the door, whatever there is.
    private PageGuard.State stateOf(String path) {
        Optional<MemberId> reader = currentMember.find().map(SignedIn::member);
        return guards.stream()
                .flatMap(guard -> reader.map(member -> guard.stateOf(path, member)).stream())
                .filter(state -> state != PageGuard.State.OPEN)
                .findFirst()
                .orElse(PageGuard.State.OPEN);
    }
}
