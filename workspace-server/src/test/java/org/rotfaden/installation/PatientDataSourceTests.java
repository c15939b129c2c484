package org.rotfaden.installation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.ConnectException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.AbstractDataSource;

class PatientDataSourceTests {

    private int asked;

    @Test
    void whoever_comes_while_all_connections_are_in_use_waits_for_one() {
        var pool = patient(Duration.ofDays(1), new SQLTransientConnectionException("in use"));
        assertThatCode(pool::getConnection).hasMessage("served");
        assertThat(asked).isEqualTo(3);
    }

    @Test
    void nobody_waits_for_a_database_that_is_gone() {
        var refused = new SQLTransientConnectionException("none", new ConnectException("refused"));
        var pool = patient(Duration.ofDays(1), refused);
        assertThatThrownBy(pool::getConnection).isSameAs(refused);
        assertThat(asked).isOne();
    }

    @Test
    void nobody_waits_without_end() {
        var inUse = new SQLTransientConnectionException("in use");
        assertThatThrownBy(patient(Duration.ZERO, inUse)::getConnection).isSameAs(inUse);
    }

    /// A pool that gives nothing for the first two times; what it gives then is said by a failure,
    /// which needs no connection.
    private PatientDataSource patient(Duration longest, SQLException failure) {
        return new PatientDataSource(
                new AbstractDataSource() {
                    @Override
                    public Connection getConnection() throws SQLException {
                        asked++;
                        throw asked < 3 ? failure : new SQLException("served");
                    }

                    @Override
                    public Connection getConnection(String user, String password)
                            throws SQLException {
                        return getConnection();
                    }
                },
                longest);
    }
}
