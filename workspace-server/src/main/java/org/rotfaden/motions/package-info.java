/// Motions (Anträge) from the first idea on.
@ApplicationModule(
        allowedDependencies = {"security", "activity", "association", "realtime", "audit", "http"})
@NullMarked
package org.rotfaden.motions;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
