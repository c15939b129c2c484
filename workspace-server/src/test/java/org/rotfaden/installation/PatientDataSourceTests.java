package org.rotfaden.installation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.net.ConnectException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.AbstractDataSource;

class PatientDataSourceTests {

    private static final Connection CONNECTION =
            (Connection)
                    Proxy.newProxyInstance(
                            PatientDataSourceTests.class.getClassLoader(),
                            new Class<?>[] {Connection.class},
                            (_, _, _) -> null);

    private final Pool pool = new Pool();

    @Test
    void whoever_comes_while_others_are_served_waits_for_a_connection() throws SQLException {
        var patient = new PatientDataSource(pool, Duration.ofDays(1));
        pool.meanwhile = patient::getConnection;
        pool.failures = 3;
        assertThat(patient.getConnection()).isSameAs(CONNECTION);
        assertThat(pool.failures).isZero();
    }

    @Test
    void nobody_waits_for_a_database_that_is_gone() {
        pool.failure = new SQLTransientConnectionException("none", new ConnectException("refused"));
        expectRefusalOfTheFirst(Duration.ofDays(1));
    }

    /// It neither answers nor refuses.
    @Test
    void nobody_waits_for_a_database_that_has_fallen_silent() {
        expectRefusalOfTheFirst(Duration.ofDays(1));
    }

    @Test
    void nobody_waits_without_end() {
        var patient = new PatientDataSource(pool, Duration.ZERO);
        pool.meanwhile = patient::getConnection;
        pool.failures = 2;
        assertThatThrownBy(patient::getConnection).isSameAs(pool.failure);
        assertThat(pool.failures).isOne();
    }

    private void expectRefusalOfTheFirst(Duration longest) {
        pool.failures = 2;
        var patient = new PatientDataSource(pool, longest);
        assertThatThrownBy(patient::getConnection).isSameAs(pool.failure);
        assertThat(pool.failures).isOne();
    }

    private interface Somebody {
        Connection comes() throws SQLException;
    }

    /// Has no connection for some, while others get one.
    private static final class Pool extends AbstractDataSource {

        private SQLException failure = new SQLTransientConnectionException("none");
        private Somebody meanwhile = () -> CONNECTION;
        private int failures;
        private boolean servesOthers;

        @Override
        public Connection getConnection() throws SQLException {
            if (failures == 0 || servesOthers) {
                return CONNECTION;
            }
            failures--;
            servesOthers = true;
            meanwhile.comes();
            servesOthers = false;
            throw failure;
        }

        @Override
        public Connection getConnection(String user, String password) throws SQLException {
            return getConnection();
        }
    }
}
