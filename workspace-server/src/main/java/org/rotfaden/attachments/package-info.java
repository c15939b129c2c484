/// Files of anything (Anhänge), kept in the database so that every node has them: kinds by content,
/// limits, and pictures without what they tell of their makers. It knows no feature.
@ApplicationModule(allowedDependencies = {"security", "beat", "association", "http"})
@NullMarked
package org.rotfaden.attachments;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
