/// Who changed what and when, in ids alone, so that nobody can change it afterwards unseen.
@ApplicationModule(allowedDependencies = {"security", "http"})
@NullMarked
package org.rotfaden.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
