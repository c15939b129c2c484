package org.rotfaden.organisation.bodies;

import org.rotfaden.security.BrokenRule;

/// Others were elected for a time that begins with this one or within it. Only the past before them
/// can still be written down.
public final class LaterElectionKnown extends BrokenRule {

    LaterElectionKnown() {
        super(Kind.CONFLICT, "LATER_ELECTION_KNOWN");
    }
}
