package org.rotfaden.e2e;

import org.junit.jupiter.api.AfterEach;

/// Tests in the one workspace with the sample association that they share: each leaves there what
/// it found, and at most adds to it.
interface WithSampleAssociation {

    Workspace workspace = Workspace.shared();

    /// Windows that nobody looks at any more would go on asking for news.
    @AfterEach
    default void closeWindows() {
        Browsers.closeAll();
    }
}
