package org.rotfaden.installation;

import java.nio.file.Path;
import java.sql.SQLException;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.springframework.boot.web.server.PortInUseException;

/// What can keep the workspace from starting or a check from ending well, with what the process
/// then ends with (the table in `docs/running.md`).
enum Hindrance {
    UNEXPECTED(1),
    WRONG_OPTION(2),
    PORT_TAKEN(3),
    DATA_IN_USE(4),
    DATA_NEWER(5),
    DATA_NOT_WRITABLE(6),
    DISK_FULL(7),
    DEMO_DATA(8),
    REAL_DATA(9),
    DATABASE_FAILED(10),
    NO_DATABASE(11),
    PORT_NOT_ALLOWED(12),
    NO_NATIVE_LIBRARY(13),
    NO_AUDIT_TRAIL(14),
    AUDIT_BROKEN(15);

    /// How Flyway words a step of the data's shape that this version does not know.
    private static final String UNKNOWN_STEP = "not resolved locally";

    private final int exitCode;

    Hindrance(int exitCode) {
        this.exitCode = exitCode;
    }

    int exitCode() {
        return exitCode;
    }

    /// What a failed start means to the operator.
    static CannotStart of(Throwable failure, Options options) {
        Path log = options.data().resolve("log/rotfaden.log");
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            switch (cause) {
                case CannotStart reason -> {
                    return reason;
                }
                case PortInUseException _ -> {
                    return new CannotStart(PORT_TAKEN, Integer.toString(options.port()));
                }
                case FlywayValidateException invalid when isOfNewerVersion(invalid) -> {
                    return new CannotStart(DATA_NEWER, options.data());
                }
                case SQLException refused -> {
                    return new CannotStart(
                            DATABASE_FAILED, String.valueOf(refused.getMessage()), log);
                }
                default -> {} // its cause may say more
            }
        }
        return new CannotStart(UNEXPECTED, firstLine(failure), log);
    }

    private static boolean isOfNewerVersion(FlywayValidateException invalid) {
        return String.valueOf(invalid.getMessage()).contains(UNKNOWN_STEP);
    }

    /// What went wrong at the bottom of it.
    private static String firstLine(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause.toString().lines().findFirst().orElse("");
    }
}
