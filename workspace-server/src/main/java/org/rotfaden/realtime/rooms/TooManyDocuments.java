package org.rotfaden.realtime.rooms;

import org.rotfaden.security.BrokenRule;

/// The documents that are open take all the memory there is for them.
final class TooManyDocuments extends BrokenRule {

    TooManyDocuments() {
        super(Kind.BUSY, "TOO_MANY_DOCUMENTS");
    }
}
