package org.rotfaden.installation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/// Whom a database belongs to and who works with it: in a data folder of an earlier version, and
/// elsewhere.
class WorkingRightsTests {

    private static final String BEFORE_THERE_WERE_TWO_ROLES = "20";
    private static final String ENTRY =
            """
            insert into audit_entry values
                (%d, now(), gen_random_uuid(), 'GRANTED_READER', 'association', gen_random_uuid(), null, '')
            """;

    @Import({
        EmbeddedPostgresConfiguration.class,
        DatabaseConfiguration.class,
        WorkingRights.class,
        Database.class
    })
    @ImportAutoConfiguration({
        DataSourceAutoConfiguration.class,
        DataSourceTransactionManagerAutoConfiguration.class,
        TransactionAutoConfiguration.class,
        JdbcTemplateAutoConfiguration.class,
        JdbcClientAutoConfiguration.class,
        FlywayAutoConfiguration.class
    })
    private static final class DatabaseOnly {}

    @TempDir private Path data;

    @Test
    void data_of_a_version_that_worked_as_their_owner_are_taken_over() throws IOException {
        try (var earlier = server()) {
            earlier.start();
            var ownersConnection = connection(earlier, "postgres", EmbeddedPostgres.OWNER);
            JdbcClient owner = JdbcClient.create(ownersConnection);
            Flyway.configure()
                    .dataSource(ownersConnection)
                    .target(BEFORE_THERE_WERE_TWO_ROLES)
                    .load()
                    .migrate();
            owner.sql("drop role workspace").update();
            owner.sql("comment on schema public is 'Rotfaden: sample association'").update();
            owner.sql(ENTRY.formatted(1)).update();
        }

        try (var workspace = start("--rotfaden.data=" + data)) {
            var jdbc = workspace.getBean(JdbcClient.class);
            var database = workspace.getBean(Database.class);
            assertThat(database.keepsAuditTrail()).isTrue();
            assertThat(database.holdsSample()).isTrue();
            assertThat(database.counted().members()).isZero();
            jdbc.sql(ENTRY.formatted(2)).update();
            expectRefused(jdbc, "delete from audit_entry");
            expectRefused(jdbc, "alter table audit_entry disable trigger user");
        }
    }

    @Test
    void a_database_elsewhere_gives_the_working_role_also_what_comes_later() throws IOException {
        try (var server = server()) {
            server.start();
            makeDatabase(server);
            String[] settings = {
                "--spring.datasource.url=" + url(server, "elsewhere"),
                "--spring.datasource.username=anybody",
                "--spring.datasource.password=secret",
                "--spring.flyway.user=somebody",
                "--spring.flyway.password=secret"
            };
            try (var before = start(settings, "--spring.flyway.target=20")) {
                var jdbc = before.getBean(JdbcClient.class);
                assertThat(before.getBean(Database.class).keepsAuditTrail()).isTrue();
                jdbc.sql(ENTRY.formatted(1)).update();
                expectRefused(jdbc, "update audit_entry set action = 'NOTHING'");
            }
            try (var later = start(settings)) {
                assertThat(later.getBean(Database.class).holdsSample()).isFalse();
                assertThat(later.getBean(Database.class).keepsAuditTrail()).isTrue();
            }
        }
    }

    @Test
    void whoever_works_as_the_owner_is_told_that_the_trail_is_not_kept() throws IOException {
        try (var server = server()) {
            server.start();
            makeDatabase(server);
            try (var workspace =
                    start(
                            "--spring.datasource.url=" + url(server, "elsewhere"),
                            "--spring.datasource.username=somebody",
                            "--spring.datasource.password=secret")) {
                workspace.getBean(JdbcClient.class).sql(ENTRY.formatted(1)).update();
                assertThat(workspace.getBean(Database.class).keepsAuditTrail()).isFalse();
            }
        }
    }

    /// As `docs/running.md` tells whoever administers a database.
    private static void makeDatabase(EmbeddedPostgres server) {
        JdbcClient administrator =
                JdbcClient.create(connection(server, "postgres", EmbeddedPostgres.OWNER));
        administrator.sql("create role somebody login password 'secret'").update();
        administrator.sql("create role anybody login password 'secret'").update();
        administrator.sql("create database elsewhere owner somebody").update();
    }

    private static void expectRefused(JdbcClient jdbc, String statement) {
        assertThatThrownBy(() -> jdbc.sql(statement).update())
                .isInstanceOf(DataAccessException.class)
                .rootCause()
                .extracting("SQLState")
                .isEqualTo("42501");
    }

    private static ConfigurableApplicationContext start(String[] settings, String more) {
        List<String> all = new ArrayList<>(List.of(settings));
        all.add(more);
        return start(all.toArray(String[]::new));
    }

    private static ConfigurableApplicationContext start(String... settings) {
        var application = new SpringApplication(DatabaseOnly.class);
        application.setWebApplicationType(WebApplicationType.NONE);
        return application.run(settings);
    }

    private EmbeddedPostgres server() throws IOException {
        return new EmbeddedPostgres(
                data,
                new PostgresPrograms(
                        PostgresBinaries.unpacked(Path.of("target/cache").toAbsolutePath())
                                .resolve("bin"),
                        data.resolve("log/postgresql.log")));
    }

    private static DriverManagerDataSource connection(
            EmbeddedPostgres server, String database, String role) {
        return new DriverManagerDataSource(url(server, database), role, server.ownerPassword());
    }

    private static String url(EmbeddedPostgres server, String database) {
        return server.jdbcUrl().replaceFirst("postgres$", database);
    }
}
