package org.rotfaden.ui.elements;

import java.time.Duration;

/// An answer that a browser owes. It may get lost on the way: nobody waits for it for ever, and one
/// that comes after it was asked for again counts for nothing.
public final class Awaited {

    private static final Duration LONGEST = Duration.ofSeconds(20);

    private boolean isAsked;
    private long since;
    private int question;

    /// Whether it is waited for.
    public boolean isPending() {
        return isAsked && System.nanoTime() - since < LONGEST.toNanos();
    }

    /// Asks from now on.
    ///
    /// @return the question that is to be answered
    public int begin() {
        isAsked = true;
        since = System.nanoTime();
        return ++question;
    }

    /// The answer is there.
    ///
    /// @return whether it was waited for
    public boolean isAnswered(int answered) {
        boolean isIt = isAsked && answered == question;
        isAsked &= !isIt;
        return isIt;
    }

    /// Waits no longer.
    public void forget() {
        isAsked = false;
    }
}
