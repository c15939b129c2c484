/// The people of the association: who they are, how they log in, what they may do.
@ApplicationModule(allowedDependencies = {"security", "activity", "association", "audit", "http"})
@NullMarked
package org.rotfaden.members;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
