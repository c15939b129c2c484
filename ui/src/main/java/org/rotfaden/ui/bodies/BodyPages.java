package org.rotfaden.ui.bodies;

import org.rotfaden.organisation.bodies.Bodies;
import org.rotfaden.security.MemberId;
import org.rotfaden.ui.elements.PageGuard;
import org.rotfaden.ui.elements.Paths;
import org.springframework.stereotype.Component;

/// Whether there is the body whose page is asked for.
@Component
class BodyPages implements PageGuard {

    private final Bodies bodies;

    BodyPages(Bodies bodies) {
        this.bodies = bodies;
    }

    @Override
    public State stateOf(String path, MemberId reader) {
        return PageGuard.absentIf(
                Paths.nameAt(Paths.BODIES, path)
                        .filter(slug -> bodies.find(slug).isEmpty())
                        .isPresent());
    }
}
