package org.rotfaden.installation;

import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Gives the workspace a PostgreSQL of its own, unless `spring.datasource.url` names another.
@Configuration
@ConditionalOnProperty(name = "spring.datasource.url", matchIfMissing = true, havingValue = "embedded")
class EmbeddedPostgresConfiguration {

    @Bean
    EmbeddedPostgres embeddedPostgres(
            @Value("${rotfaden.data}") Path data, @Value("${rotfaden.cache}") Path cache) {
        var server = new EmbeddedPostgres(data.toAbsolutePath(), cache.toAbsolutePath());
        server.start();
        return server;
    }

    @Bean
    @ConditionalOnMissingBean
    JdbcConnectionDetails jdbcConnectionDetails(EmbeddedPostgres server) {
        return new Connection(server.jdbcUrl(), EmbeddedPostgres.USER, server.password());
    }

    private record Connection(String getJdbcUrl, String getUsername, String getPassword)
            implements JdbcConnectionDetails {}
}
