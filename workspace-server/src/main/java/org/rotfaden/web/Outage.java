package org.rotfaden.web;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;

/// Knows when it is the database that is gone or cannot do anything now, and nobody's mistake: what
/// was asked can be asked again in a moment.
public final class Outage {

    /// The code of the problem, for programs.
    public static final String CODE = "DATABASE_UNAVAILABLE";

    /// Classes of SQLSTATE: no connection, no resources, stopped by its operator, broken beneath.
    private static final List<String> GONE = List.of("08", "53", "57P", "58");

    private static final int DEEPEST = 20;

    private Outage() {}

    /// Whether a failure comes from the database's being gone.
    public static boolean isBehind(Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
            if (isOutage(cause)) {
                return true;
            }
            cause = below(cause);
        }
        return false;
    }

    private static boolean isOutage(Throwable failure) {
        return switch (failure) {
            case CannotGetJdbcConnectionException _,
                    CannotCreateTransactionException _,
                    SQLTransientConnectionException _ ->
                    true;
            case SQLException refused -> {
                String state = refused.getSQLState();
                yield state != null && GONE.stream().anyMatch(state::startsWith);
            }
            default -> false;
        };
    }

    /// A transaction that could not even be rolled back hides what went wrong in it.
    private static @Nullable Throwable below(Throwable failure) {
        return failure instanceof TransactionSystemException lost
                        && lost.getApplicationException() != null
                ? lost.getApplicationException()
                : failure.getCause();
    }
}
