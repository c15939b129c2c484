/// Who somebody is and how anything refers to anything; uses no other package.
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.rotfaden.security;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
