package org.rotfaden;

import org.rotfaden.installation.Launch;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/// Starts the workspace.
@SpringBootApplication
public class WorkspaceApplication {

    public static void main(String[] arguments) {
        Launch.of(WorkspaceApplication.class, arguments);
    }
}
