package org.rotfaden.e2e;

import org.junit.jupiter.api.AfterEach;

/// Tests in the workspace with the sample association that those of a thread share: each leaves
/// there what it found, and at most adds to it.
abstract class WithSampleAssociation {

    final Workspace workspace = Workspace.shared();

    @AfterEach
    void closeWindows() {
        Browsers.closeAll();
    }
}
