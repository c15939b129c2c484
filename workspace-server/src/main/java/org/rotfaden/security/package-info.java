/// Who somebody is and how anything refers to anything; uses no package that is about people.
@ApplicationModule(allowedDependencies = "beat")
@NullMarked
package org.rotfaden.security;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
