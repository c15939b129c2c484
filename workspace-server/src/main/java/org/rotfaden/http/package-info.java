/// What all addresses for machines have in common: versions of what they show, and pages of long
/// lists.
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.rotfaden.http;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
