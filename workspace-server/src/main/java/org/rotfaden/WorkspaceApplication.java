package org.rotfaden;

import org.rotfaden.installation.CannotStart;
import org.rotfaden.installation.Options;
import org.rotfaden.installation.Preflight;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/// Starts the workspace.
@SpringBootApplication
public class WorkspaceApplication {

    @SuppressWarnings("SystemOut") // the launcher's words to the operator
    public static void main(String[] arguments) {
        try {
            Options options = Options.parse(arguments);
            Preflight.check(options);
            SpringApplication.run(WorkspaceApplication.class, options.settings());
        } catch (CannotStart reason) {
            System.err.println(reason.getMessage());
            System.exit(reason.exitCode());
        }
    }
}
