package org.rotfaden.web;

import org.jspecify.annotations.Nullable;

/// A failure as it may stand in a log: what failed and where, by the names of classes. What the
/// original says may quote the request.
public final class Wordless extends Exception {

    private static final int DEEPEST = 20;

    private Wordless(Throwable original, @Nullable Wordless cause) {
        super(original.getClass().getName(), cause);
        setStackTrace(original.getStackTrace());
    }

    public static Wordless of(Throwable failure) {
        return of(failure, DEEPEST);
    }

    private static Wordless of(Throwable failure, int deepest) {
        Throwable cause = failure.getCause();
        return new Wordless(failure, cause == null || deepest == 0 ? null : of(cause, deepest - 1));
    }
}
