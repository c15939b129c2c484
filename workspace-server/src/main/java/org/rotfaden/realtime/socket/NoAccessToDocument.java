package org.rotfaden.realtime.socket;

import org.rotfaden.security.BrokenRule;

/// The member may not read the document, or there is none.
final class NoAccessToDocument extends BrokenRule {

    NoAccessToDocument() {
        super(Kind.FORBIDDEN, "NO_ACCESS_TO_DOCUMENT");
    }
}
