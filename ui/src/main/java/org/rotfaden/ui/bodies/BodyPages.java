package org.rotfaden.ui.bodies;

import org.rotfaden.organisation.bodies.Bodies;
import org.rotfaden.organisation.bodies.Body;
import org.rotfaden.security.MemberId;
import org.rotfaden.security.Permission;
import org.rotfaden.security.Permissions;
import org.rotfaden.ui.elements.PageGuard;
import org.rotfaden.ui.elements.Paths;
import org.springframework.stereotype.Component;

/// Only who administers a body writes down elections.
@Component
class BodyPages implements PageGuard {

    private final Bodies bodies;
    private final Permissions permissions;

    BodyPages(Bodies bodies, Permissions permissions) {
        this.bodies = bodies;
        this.permissions = permissions;
    }

    @Override
    public boolean isClosed(String path, MemberId reader) {
        return path.endsWith("/" + BodyPaths.NEWLY_ELECTED)
                && Paths.nameAt(Paths.BODIES, path)
                        .flatMap(bodies::find)
                        .filter(body -> !administers(reader, body))
                        .isPresent();
    }

    private boolean administers(MemberId reader, Body body) {
        return permissions.allows(reader, Permission.ADMINISTER, body.id().subject());
    }
}
