/// Motions (Anträge) from the first idea on.
@ApplicationModule(allowedDependencies = {"security", "association", "realtime", "audit", "http"})
@NullMarked
package org.rotfaden.motions;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
