/// This one installation: its command line, its data folder, its own PostgreSQL, and how it begins.
@ApplicationModule(
        allowedDependencies = {
            "security",
            "audit",
            "association",
            "members",
            "organisation",
            "organisation :: *",
            "realtime",
            "motions",
            "discussions"
        })
@NullMarked
package org.rotfaden.installation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
