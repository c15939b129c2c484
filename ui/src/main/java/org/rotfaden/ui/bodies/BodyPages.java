package org.rotfaden.ui.bodies;

import org.rotfaden.organisation.bodies.Bodies;
import org.rotfaden.organisation.bodies.Body;
import org.rotfaden.security.MemberId;
import org.rotfaden.security.Permission;
import org.rotfaden.security.Permissions;
import org.rotfaden.ui.elements.PageGuard;
import org.rotfaden.ui.elements.Paths;
import org.springframework.stereotype.Component;

/// Whether there is the body whose page is asked for; only who administers it writes down
/// elections.
@Component
class BodyPages implements PageGuard {

    private final Bodies bodies;
    private final Permissions permissions;

    BodyPages(Bodies bodies, Permissions permissions) {
        this.bodies = bodies;
        this.permissions = permissions;
    }

    @Override
    public State stateOf(String path, MemberId reader) {
        String election = "/" + BodyPaths.NEWLY_ELECTED;
        boolean elects = path.endsWith(election);
        String page = elects ? path.substring(0, path.length() - election.length()) : path;
        return Paths.nameAt(Paths.BODIES, page)
                .map(slug -> stateOfBody(slug, elects, reader))
                .orElse(State.OPEN);
    }

    private State stateOfBody(String slug, boolean elects, MemberId reader) {
        return bodies.find(slug)
                .map(body -> PageGuard.closedUnless(!elects || administers(reader, body)))
                .orElse(State.ABSENT);
    }

    private boolean administers(MemberId reader, Body body) {
        return permissions.allows(reader, Permission.ADMINISTER, body.id().subject());
    }
}
