package org.rotfaden;

import org.rotfaden.installation.Launch;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/// Starts the workspace.
@SpringBootApplication
public class WorkspaceApplication {

    /// What reads a large document or compares a password keeps a carrier of virtual threads for a
    /// while. With several for each processor the others go on meanwhile.
    private static final String CARRIERS = "jdk.virtualThreadScheduler.parallelism";

    private static final int CARRIERS_PER_PROCESSOR = 4;

    public static void main(String[] arguments) {
        if (System.getProperty(CARRIERS) == null) {
            int carriers = CARRIERS_PER_PROCESSOR * Runtime.getRuntime().availableProcessors();
            System.setProperty(CARRIERS, Integer.toString(carriers));
        }
        Launch.of(WorkspaceApplication.class, arguments);
    }
}
