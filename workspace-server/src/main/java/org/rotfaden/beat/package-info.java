/// What time it is, what is done again and again while the server runs, and whether it stood still;
/// uses no other package.
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.rotfaden.beat;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
