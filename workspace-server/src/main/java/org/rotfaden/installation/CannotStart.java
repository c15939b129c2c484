package org.rotfaden.installation;

import java.text.MessageFormat;
import java.util.ResourceBundle;

/// Why the workspace does not start, as a sentence that says what to do.
public final class CannotStart extends RuntimeException {

    /// What the process ends with; the operator's handbook lists these.
    public enum Reason {
        WRONG_OPTION(2),
        PORT_TAKEN(3),
        DATA_IN_USE(4),
        DATA_NEWER(5),
        DATA_NOT_WRITABLE(6),
        DISK_FULL(7),
        DEMO_DATA(8),
        REAL_DATA(9),
        DATABASE_FAILED(10);

        private final int exitCode;

        Reason(int exitCode) {
            this.exitCode = exitCode;
        }
    }

    private final Reason reason;

    CannotStart(Reason reason, Object... details) {
        super(sentence("error." + reason, details));
        this.reason = reason;
    }

    public int exitCode() {
        return reason.exitCode;
    }

    /// A sentence for the console in the operator's language.
    static String sentence(String key, Object... details) {
        String pattern = ResourceBundle.getBundle("org.rotfaden.installation.console").getString(key);
        return new MessageFormat(pattern).format(details);
    }
}
