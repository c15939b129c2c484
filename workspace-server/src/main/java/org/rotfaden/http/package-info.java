/// What all addresses have in common: versions of what they show, pages of long lists, and how much
/// they may take.
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.rotfaden.http;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
