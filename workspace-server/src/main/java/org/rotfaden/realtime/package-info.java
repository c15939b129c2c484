/// Live documents and live topics: what many people change or watch at the same moment.
@ApplicationModule(allowedDependencies = {"security", "beat", "activity", "members", "http"})
@NullMarked
package org.rotfaden.realtime;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
