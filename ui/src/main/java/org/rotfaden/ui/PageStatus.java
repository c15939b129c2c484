package org.rotfaden.ui;

import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.Router;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.communication.IndexHtmlResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.rotfaden.motions.MotionCatalogue;
import org.rotfaden.motions.MotionNumber;
import org.rotfaden.organisation.directory.Directory;
import org.rotfaden.security.CurrentMember;
import org.rotfaden.security.Permission;
import org.rotfaden.security.Permissions;
import org.rotfaden.security.SignedIn;
import org.rotfaden.security.Subject;
import org.rotfaden.ui.elements.Owners;
import org.rotfaden.ui.elements.Paths;
import org.springframework.stereotype.Component;

/// Gives a page its status. Vaadin answers 200 and finds out afterwards what is there, which
/// misleads caches, link checkers and machines.
@Component
class PageStatus implements VaadinServiceInitListener {

    private static final Pattern MOTION = Pattern.compile(Paths.MOTIONS + "/(\\d{1,9})");

    private static final Pattern PERSON = Pattern.compile(Paths.PEOPLE + "/([^/]+)");

    private static final Pattern PLACE =
            Pattern.compile(
                    "(?!gruppen/gruenden$)(%s|%s|%s)/[^/]+"
                            .formatted(Paths.UNITS, Paths.BODIES, Paths.GROUPS));

    private final MotionCatalogue motions;
    private final Owners owners;
    private final Directory directory;
    private final Permissions permissions;
    private final CurrentMember currentMember;

    PageStatus(
            MotionCatalogue motions,
            Owners owners,
            Directory directory,
            Permissions permissions,
            CurrentMember currentMember) {
        this.motions = motions;
        this.owners = owners;
        this.directory = directory;
        this.permissions = permissions;
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
        if (path.endsWith("/" + Paths.RIGHTS) && !path.equals(Paths.rights(Paths.ASSOCIATION))) {
            return statusOf(path.substring(0, path.lastIndexOf('/')), router);
        }
        Matcher motion = MOTION.matcher(path);
        Matcher person = PERSON.matcher(path);
        if (router.resolveNavigationTarget(new Location(path)).isEmpty()
                || (motion.matches() && isUnknown(motion.group(1)))
                || (person.matches() && isOutOfSight(person.group(1)))
                || (PLACE.matcher(path).matches() && isUnknownPlace(path))) {
            return HttpServletResponse.SC_NOT_FOUND;
        }
        return (path.equals(Paths.MEMBERS) && lacks(Permission.ADMINISTER_MEMBERS))
                        || (path.equals(Paths.OPERATION) && lacks(Permission.OPERATE))
                ? HttpServletResponse.SC_FORBIDDEN
                : HttpServletResponse.SC_OK;
    }

    private boolean isUnknown(String number) {
        return motions.find(new MotionNumber(Integer.parseInt(number))).isEmpty();
    }

    private boolean isUnknownPlace(String path) {
        return currentMember
                .find()
                .filter(reader -> owners.at(path, reader.member()).isEmpty())
                .isPresent();
    }

    /// Whoever is not logged in is sent to the door, whether there is somebody or not.
    private boolean isOutOfSight(String slug) {
        return currentMember
                .find()
                .filter(reader -> directory.person(reader.member(), slug).isEmpty())
                .isPresent();
    }

    /// Whoever is not logged in is sent to the door.
    private boolean lacks(Permission permission) {
        return currentMember
                .find()
                .map(SignedIn::member)
                .filter(member -> !permissions.allows(member, permission, Subject.ASSOCIATION))
                .isPresent();
    }
}
