/// Discussions (Gespräche): threads of posts, each beside a subject from which it takes its
/// readers.
@ApplicationModule(
        allowedDependencies = {
            "security",
            "activity",
            "association",
            "realtime",
            "attachments",
            "audit",
            "http"
        })
@NullMarked
package org.rotfaden.discussions;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
