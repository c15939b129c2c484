package org.rotfaden.attachments.pictures;

import java.io.IOException;

/// A file is not built as its beginning says: it breaks off, or is broken.
public final class Unreadable extends IOException {

    Unreadable(String what) {
        super(what);
    }
}
