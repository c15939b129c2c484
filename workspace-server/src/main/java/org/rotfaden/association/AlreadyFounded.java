package org.rotfaden.association;

import org.rotfaden.security.BrokenRule;

/// There is one association in a workspace.
public final class AlreadyFounded extends BrokenRule {

    AlreadyFounded() {
        super(Kind.CONFLICT, "ALREADY_FOUNDED");
    }
}
