package org.rotfaden.installation;

import java.io.IOException;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Gives the workspace a PostgreSQL of its own, unless `spring.datasource.url` names another.
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(
        name = "spring.datasource.url",
        matchIfMissing = true,
        havingValue = "embedded")
class EmbeddedPostgresConfiguration {

    @Bean
    EmbeddedPostgres embeddedPostgres(
            @Value("${rotfaden.data}") Path data, @Value("${rotfaden.cache}") Path cache) {
        Path folder = data.toAbsolutePath();
        var programs =
                new PostgresPrograms(
                        binaries(cache.toAbsolutePath(), folder).resolve("bin"),
                        folder.resolve("log/postgresql.log"));
        var server = new EmbeddedPostgres(folder, programs);
        server.start();
        return server;
    }

    @Bean
    PostgresWatch postgresWatch(EmbeddedPostgres server) {
        return new PostgresWatch(server);
    }

    @Bean
    JdbcConnectionDetails workspaceConnection(EmbeddedPostgres server) {
        return new WorkspaceConnection(
                server.jdbcUrl(), EmbeddedPostgres.WORKSPACE, server.workspacePassword());
    }

    /// A user without a home of its own, a service for example, has no cache either.
    private static Path binaries(Path cache, Path folder) {
        try {
            return PostgresBinaries.unpacked(cache);
        } catch (IOException noCache) {
            try {
                return PostgresBinaries.unpacked(folder.resolve("programs"));
            } catch (IOException refused) {
                throw new CannotStart(Hindrance.DATA_NOT_WRITABLE, folder);
            }
        }
    }

    private record WorkspaceConnection(String getJdbcUrl, String getUsername, String getPassword)
            implements JdbcConnectionDetails {}
}
