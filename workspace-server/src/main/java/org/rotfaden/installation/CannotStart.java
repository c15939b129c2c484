package org.rotfaden.installation;

/// Why the workspace does not start, as a sentence that says what to do.
public final class CannotStart extends RuntimeException {

    private final Hindrance hindrance;

    CannotStart(Hindrance hindrance, Object... details) {
        super(Console.sentence("error." + hindrance, details));
        this.hindrance = hindrance;
    }

    Hindrance hindrance() {
        return hindrance;
    }

    int exitCode() {
        return hindrance.exitCode();
    }
}
