package org.rotfaden;

import java.util.Objects;
import javax.sql.DataSource;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.support.TransactionTemplate;

/// Who owns the tables of the shared workspace, and may do to them what the workspace may not.
@TestComponent
public final class TablesOwner {

    private final DataSource connections;

    TablesOwner(FlywayConnectionDetails owner) {
        this.connections =
                new DriverManagerDataSource(
                        Objects.requireNonNull(owner.getJdbcUrl()),
                        Objects.requireNonNull(owner.getUsername()),
                        Objects.requireNonNull(owner.getPassword()));
    }

    public JdbcClient jdbc() {
        return JdbcClient.create(connections);
    }

    /// A transaction of [#jdbc()].
    public TransactionTemplate transaction() {
        return new TransactionTemplate(new DataSourceTransactionManager(connections));
    }
}
