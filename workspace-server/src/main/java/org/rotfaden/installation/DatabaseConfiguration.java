package org.rotfaden.installation;

import java.time.Duration;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// How the workspace waits for its database, its own or another, and who brings the tables there
/// into shape.
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(20);

    @Bean
    static BeanPostProcessor patience() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof DataSource pool
                        ? new PatientDataSource(pool, LONGEST_WAIT)
                        : bean;
            }
        };
    }

    /// Who owns the tables and brings them into shape: elsewhere `spring.flyway.user`, or where
    /// nobody is named whoever works with them.
    @Bean
    FlywayConnectionDetails owner(
            ObjectProvider<EmbeddedPostgres> embedded,
            JdbcConnectionDetails working,
            @Value("${spring.flyway.user:}") String user,
            @Value("${spring.flyway.password:}") String password) {
        EmbeddedPostgres server = embedded.getIfAvailable();
        if (server != null) {
            return new Owner(server.jdbcUrl(), EmbeddedPostgres.OWNER, server.ownerPassword());
        }
        return user.isEmpty()
                ? new Owner(working.getJdbcUrl(), working.getUsername(), working.getPassword())
                : new Owner(working.getJdbcUrl(), user, password);
    }

    private record Owner(
            String getJdbcUrl, @Nullable String getUsername, @Nullable String getPassword)
            implements FlywayConnectionDetails {}
}
