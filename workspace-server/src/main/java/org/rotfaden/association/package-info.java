/// The association as a whole: its name, its language and its days.
@ApplicationModule(allowedDependencies = {"security", "audit", "http"})
@NullMarked
package org.rotfaden.association;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
