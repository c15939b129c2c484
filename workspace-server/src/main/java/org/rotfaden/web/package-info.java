/// The edge to HTTP that belongs to no feature: who comes in, which headers go out, how errors
/// look.
@ApplicationModule(allowedDependencies = {"security", "activity", "association", "members", "http"})
@NullMarked
package org.rotfaden.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
