package org.rotfaden.ui.bodies;

import org.rotfaden.ui.elements.Paths;

/// The pages below that of a body.
final class BodyPaths {

    static final String NEWLY_ELECTED = "neu-gewaehlt";

    private BodyPaths() {}

    static String newlyElected(String slug) {
        return Paths.body(slug) + "/" + NEWLY_ELECTED;
    }
}
