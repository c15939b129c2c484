/// The association as a whole: its name, its language and its days.
@ApplicationModule(allowedDependencies = {"security", "beat", "activity", "audit", "http"})
@NullMarked
package org.rotfaden.association;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
