package org.rotfaden.ui;

import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.NavigationState;
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
import org.rotfaden.security.SubjectTypes;
import org.rotfaden.ui.elements.PageGuard;
import org.rotfaden.ui.elements.Paths;
import org.springframework.stereotype.Component;

/// Gives a page its status. Vaadin answers 200 and finds out afterwards what is there, which
/// misleads caches, link checkers and machines.
@Component
class PageStatus implements VaadinServiceInitListener {

    private final List<PageGuard> guards;
    private final SubjectTypes types;
    private final CurrentMember currentMember;

    PageStatus(List<PageGuard> guards, SubjectTypes types, CurrentMember currentMember) {
        this.guards = List.copyOf(guards);
        this.types = types;
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
        Optional<NavigationState> page = router.resolveNavigationTarget(new Location(path));
        Optional<MemberId> reader = currentMember.find().map(SignedIn::member);
        if (page.isEmpty()) {
            return HttpServletResponse.SC_NOT_FOUND;
        }
        if (reader.isEmpty()) { // sent to the door, whatever there is
            return HttpServletResponse.SC_OK;
        }
        String thing = thingOf(path);
        if (guards.stream().anyMatch(guard -> guard.isClosed(thing, reader.get()))) {
            return HttpServletResponse.SC_FORBIDDEN;
        }
        return isAbsent(page.get(), thing, reader.get())
                ? HttpServletResponse.SC_NOT_FOUND
                : HttpServletResponse.SC_OK;
    }

    /// Whether it is the page of a thing that is not there for the reader.
    private boolean isAbsent(NavigationState page, String path, MemberId reader) {
        boolean isOfOneThing = !page.getRouteParameters().getParameterNames().isEmpty();
        return isOfOneThing
                && types.at(path).isPresent()
                && Paths.thingAt(path)
                        .filter(thing -> types.named(thing, reader).isEmpty())
                        .isPresent();
    }

    /// What one may do with a thing is told where the thing is.
    private static String thingOf(String path) {
        String rights = "/" + Paths.RIGHTS;
        return path.endsWith(rights) ? path.substring(0, path.length() - rights.length()) : path;
    }
}
