/// What happened, told once by whoever did it: screens, other nodes and all who follow hear it from
/// here.
@ApplicationModule(allowedDependencies = {"security", "beat"})
@NullMarked
package org.rotfaden.activity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
