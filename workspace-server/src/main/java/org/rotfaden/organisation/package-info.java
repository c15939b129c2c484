/// Who belongs where: units and their trees, bodies and offices, working groups, memberships and
/// the rules of units.
@ApplicationModule(
        allowedDependencies = {"security", "activity", "association", "audit", "members", "http"})
@NullMarked
package org.rotfaden.organisation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
