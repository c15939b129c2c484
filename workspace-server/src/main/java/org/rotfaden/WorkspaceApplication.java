package org.rotfaden;

import org.rotfaden.installation.CannotStart;
import org.rotfaden.installation.Options;
import org.rotfaden.installation.Preflight;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;

/// Starts the workspace.
@SpringBootApplication
public class WorkspaceApplication {

    @SuppressWarnings("SystemOut") // the launcher's words to the operator
    public static void main(String[] arguments) {
        try {
            Options options = Options.parse(arguments);
            Preflight.check(options);
            new SpringApplicationBuilder(WorkspaceApplication.class).properties(options.settings()).run();
        } catch (CannotStart reason) {
            System.err.println(reason.getMessage());
            System.exit(reason.exitCode());
        }
    }
}
