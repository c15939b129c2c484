package org.rotfaden.ui.elements;

import org.rotfaden.security.MemberId;

/// Knows before a page is made whether it is closed to a reader who may know that it is there.
public interface PageGuard {

    /// Whether a page is closed to a reader.
    ///
    /// @param path one of [Paths]
    boolean isClosed(String path, MemberId reader);
}
