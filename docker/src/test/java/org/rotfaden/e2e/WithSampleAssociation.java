package org.rotfaden.e2e;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.parallel.ResourceLock;

/// Tests in the one workspace with the sample association that they share: each leaves there what
/// it found, and at most adds to it.
@ResourceLock("sample workspace")
interface WithSampleAssociation {

    Workspace workspace = Workspace.shared();

    @AfterEach
    default void closeWindows() {
        Browsers.closeAll();
    }
}
