package org.rotfaden.installation;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/// Tells a busy database from one that is gone. When a hall comes at once all connections are in
/// use, and waiting for one helps; when the pool cannot make any, whoever waits waits in vain and
/// is told at once.
final class PatientDataSource extends DelegatingDataSource {

    private final Duration longest;

    /// @param pool waits for a short while, and names as the cause why it could make no connection
    /// @param longest how long to wait for one that others have
    PatientDataSource(DataSource pool, Duration longest) {
        super(pool);
        this.longest = longest;
    }

    @Override
    public Connection getConnection() throws SQLException {
        long begun = System.nanoTime();
        while (true) {
            try {
                return super.getConnection();
            } catch (SQLTransientConnectionException none) {
                boolean isGone = none.getCause() != null;
                if (isGone || System.nanoTime() - begun > longest.toNanos()) {
                    throw none;
                }
            }
        }
    }
}
