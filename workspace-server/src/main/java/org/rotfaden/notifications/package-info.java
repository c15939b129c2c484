/// Notices (Hinweise): what concerns somebody in person, why, and what she wants to hear of.
@ApplicationModule(
        allowedDependencies = {
            "security",
            "activity",
            "beat",
            "http",
            "organisation",
            "organisation :: units",
            "organisation :: memberships"
        })
@NullMarked
package org.rotfaden.notifications;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
