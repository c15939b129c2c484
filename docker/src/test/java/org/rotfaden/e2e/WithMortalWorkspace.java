package org.rotfaden.e2e;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/// Tests that stop or kill the workspace with the sample association that those of a thread share;
/// each finds it running. They add to the sample, and take nothing away.
public abstract class WithMortalWorkspace {

    protected final Workspace workspace = Workspace.mortal();

    @BeforeEach
    void startAgain() {
        workspace.ensureAlive();
    }

    @AfterEach
    void closeWindows() {
        Browsers.closeAll();
    }
}
