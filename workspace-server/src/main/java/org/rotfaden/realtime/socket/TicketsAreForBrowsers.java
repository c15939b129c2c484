package org.rotfaden.realtime.socket;

import org.rotfaden.security.BrokenRule;

/// An access token opens live documents itself and gets no ticket.
final class TicketsAreForBrowsers extends BrokenRule {

    TicketsAreForBrowsers() {
        super(Kind.FORBIDDEN, "TICKETS_ARE_FOR_BROWSERS");
    }
}
