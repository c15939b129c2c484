package org.rotfaden.e2e;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.parallel.ResourceLock;

/// Tests that stop or kill the workspace with the sample association that they share; each finds it
/// running. They add to the sample, and take nothing away.
@ResourceLock(WithMortalWorkspace.LOCK)
public interface WithMortalWorkspace {

    String LOCK = "mortal workspace";

    Workspace workspace = Workspace.mortal();

    @BeforeEach
    default void startAgain() {
        workspace.ensureAlive();
    }

    @AfterEach
    default void closeWindows() {
        Browsers.closeAll();
    }
}
