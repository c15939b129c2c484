package org.rotfaden.realtime.socket;

import org.rotfaden.security.BrokenRule.Kind;
import org.rotfaden.security.Objection;

/// What a request for a live document can break.
enum SocketObjection implements Objection {
    /// The member may not read the document, or there is none.
    NO_ACCESS_TO_DOCUMENT(Kind.FORBIDDEN),
    /// An access token opens live documents itself and gets no ticket.
    TICKETS_ARE_FOR_BROWSERS(Kind.FORBIDDEN);

    private final Kind kind;

    SocketObjection(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
