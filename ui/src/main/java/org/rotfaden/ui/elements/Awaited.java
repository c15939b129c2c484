package org.rotfaden.ui.elements;

import com.vaadin.flow.dom.Element;
import java.time.Duration;
import java.util.function.Consumer;

/// An answer that a browser owes. It may get lost on the way: nobody waits for it for ever, and one
/// that comes after it was asked for again ends no waiting.
public final class Awaited {

    private static final Duration LONGEST = Duration.ofSeconds(20);

    private boolean isAsked;
    private long since;
    private int question;

    /// Whether it is waited for.
    public synchronized boolean isPending() {
        return isAsked && System.nanoTime() - since < LONGEST.toNanos();
    }

    /// Asks a browser, which answers when it has shown all that came before.
    ///
    /// @param script what it is asked, which returns yes or no
    /// @param answered what to do with the answer; no where there can be none. Not called with one
    ///   that is not waited for any more
    public void ask(Element where, String script, Consumer<Boolean> answered) {
        int asked = begin();
        where.executeJs(script)
                .then(
                        Boolean.class,
                        answer -> end(asked, answer, answered),
                        _ -> end(asked, false, answered));
    }

    private synchronized int begin() {
        isAsked = true;
        since = System.nanoTime();
        return ++question;
    }

    private void end(int answeredQuestion, boolean answer, Consumer<Boolean> answered) {
        if (isWaitedFor(answeredQuestion)) {
            answered.accept(answer);
        }
    }

    private synchronized boolean isWaitedFor(int answered) {
        boolean isIt = isAsked && answered == question;
        isAsked &= !isIt;
        return isIt;
    }

    /// Waits no longer.
    synchronized void forget() {
        isAsked = false;
    }
}
