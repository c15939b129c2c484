package org.rotfaden;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/// Starts the workspace.
@SpringBootApplication
public class WorkspaceApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(WorkspaceApplication.class, arguments);
    }
}
