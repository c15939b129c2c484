package org.rotfaden.installation;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/// Tells a busy database from one that is gone. When a hall comes at once all connections are in
/// use, and waiting for one helps; when the pool cannot make any, or nobody has got one for as long
/// as the pool waits, whoever waits waits in vain and is told at once.
final class PatientDataSource extends DelegatingDataSource {

    private final Duration longest;
    private final AtomicLong served = new AtomicLong();

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
            long servedBefore = served.get();
            try {
                Connection connection = super.getConnection();
                served.incrementAndGet();
                return connection;
            } catch (SQLTransientConnectionException none) {
                boolean isGone = none.getCause() != null || served.get() == servedBefore;
                if (isGone || System.nanoTime() - begun > longest.toNanos()) {
                    throw none;
                }
            }
        }
    }
}
