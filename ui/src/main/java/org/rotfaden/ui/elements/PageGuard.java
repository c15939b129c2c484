package org.rotfaden.ui.elements;

import org.rotfaden.security.MemberId;

/// Knows of the pages of a feature, before they are made, whether they are there for a reader. Each
/// feature has its own.
public interface PageGuard {

    /// How a page is found.
    enum State {
        OPEN,
        CLOSED,
        ABSENT
    }

    /// How the page at an address is for a reader.
    ///
    /// @param path one of [Paths]
    /// @return open also for all pages of other features
    State stateOf(String path, MemberId reader);

    static State absentIf(boolean isAbsent) {
        return isAbsent ? State.ABSENT : State.OPEN;
    }

    static State closedUnless(boolean isOpen) {
        return isOpen ? State.OPEN : State.CLOSED;
    }
}
