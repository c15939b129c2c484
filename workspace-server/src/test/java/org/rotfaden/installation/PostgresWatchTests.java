package org.rotfaden.installation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A PostgreSQL that dies as by `kill -9`, with all its processes.
class PostgresWatchTests {

    private static final Path CACHE = Path.of("target/cache").toAbsolutePath();

    @TempDir private Path data;

    private EmbeddedPostgres server;

    @BeforeEach
    void start() throws IOException {
        var programs =
                new PostgresPrograms(
                        PostgresBinaries.unpacked(CACHE).resolve("bin"),
                        data.resolve("log/postgresql.log"));
        server = new EmbeddedPostgres(data, programs);
        server.start();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void what_died_runs_again_where_it_was_with_all_it_had_confirmed() throws Exception {
        say("create table kept (what text)");
        say("insert into kept values ('this')");
        try (var _ = new PostgresWatch(server)) {
            for (int death = 0; death < 2; death++) {
                kill();
                await().ignoreExceptions().until(() -> kept().equals("this"));
            }
        }
    }

    @Test
    void what_lost_one_of_its_processes_is_started_whole() throws Exception {
        say("create table kept (what text)");
        say("insert into kept values ('this')");
        long before = postmaster().pid();
        try (var _ = new PostgresWatch(server);
                Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select pg_backend_pid()")) {
            row.next();
            ProcessHandle.of(row.getLong(1)).orElseThrow().destroyForcibly();
            await().ignoreExceptions().until(() -> postmaster().pid() != before);
            await().ignoreExceptions().until(() -> kept().equals("this"));
        }
    }

    @Test
    void what_cannot_start_is_tried_until_it_can() throws Exception {
        say("create table kept (what text)");
        say("insert into kept values ('this')");
        Path away = data.resolve("away");
        Files.move(data.resolve("postgresql"), away);
        try (var _ = new PostgresWatch(server)) {
            kill(away);
            await().until(() -> logOfPostgres().contains("postgresql\" does not exist"));
            assertThat(data.resolve("postgresql")).as("made anew").doesNotExist();
            Files.move(away, data.resolve("postgresql"));
            await().ignoreExceptions().until(() -> kept().equals("this"));
        }
    }

    @Test
    void whoever_stops_leaves_no_server_that_was_just_begun() throws Exception {
        var watch = new PostgresWatch(server);
        kill();
        await().until(() -> server.isAlive());
        watch.close();
        server.close();
        assertThat(server.isAlive()).isFalse();
    }

    private void kill() throws IOException {
        kill(data.resolve("postgresql"));
    }

    private static void kill(Path cluster) throws IOException {
        ProcessHandle postmaster = postmaster(cluster);
        List<ProcessHandle> all =
                Stream.concat(Stream.of(postmaster), postmaster.descendants()).toList();
        all.forEach(ProcessHandle::destroyForcibly);
        await().until(() -> all.stream().noneMatch(ProcessHandle::isAlive));
    }

    private ProcessHandle postmaster() throws IOException {
        return postmaster(data.resolve("postgresql"));
    }

    private static ProcessHandle postmaster(Path cluster) throws IOException {
        String number = Files.readAllLines(cluster.resolve("postmaster.pid")).getFirst();
        return ProcessHandle.of(Long.parseLong(number.strip())).orElseThrow();
    }

    private String logOfPostgres() throws IOException {
        return Files.readString(data.resolve("log/postgresql.log"));
    }

    private void say(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private String kept() throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select what from kept")) {
            return row.next() ? row.getString(1) : "";
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(
                server.jdbcUrl(), EmbeddedPostgres.OWNER, server.ownerPassword());
    }
}
