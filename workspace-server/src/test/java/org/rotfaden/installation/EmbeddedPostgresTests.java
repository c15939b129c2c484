package org.rotfaden.installation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPostgresTests {

    private static final Path CACHE = Path.of("target/cache").toAbsolutePath();

    @TempDir private static Path data;

    private static EmbeddedPostgres server;

    @BeforeAll
    static void start() throws IOException {
        server = server();
        server.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void a_commit_is_on_the_disk_before_it_is_confirmed() throws SQLException {
        assertThat(setting("fsync")).isEqualTo("on");
        assertThat(setting("synchronous_commit")).isEqualTo("on");
        assertThat(setting("full_page_writes")).isEqualTo("on");
    }

    @Test
    void it_listens_on_loopback_only() throws SQLException {
        assertThat(setting("listen_addresses")).isEqualTo("127.0.0.1");
        assertThat(setting("unix_socket_directories")).isEmpty();
    }

    @Test
    void nobody_gets_in_without_the_password() throws SQLException {
        assertThat(setting("password_encryption")).isEqualTo("scram-sha-256");
        assertThat(query("select distinct auth_method from pg_hba_file_rules"))
                .containsExactly("scram-sha-256");
        assertThatThrownBy(() ->
                        DriverManager.getConnection(
                                server.jdbcUrl(), EmbeddedPostgres.OWNER, "wrong"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("password authentication failed");
    }

    @Test
    void only_the_owner_may_read_the_password() throws IOException {
        assertThat(
                        PosixFilePermissions.toString(
                                Files.getPosixFilePermissions(data.resolve("postgresql.password"))))
                .isEqualTo("rw-------");
        assertThat(server.ownerPassword()).matches("[\\w-]{32}");
    }

    @Test
    void its_log_holds_no_statements_and_no_values() throws SQLException, IOException {
        query("select 1");
        assertThatThrownBy(() -> query("select 'Geheimnis'::integer"))
                .isInstanceOf(SQLException.class);
        assertThat(data.resolve("log/postgresql.log")).content().doesNotContain("STATEMENT");
    }

    @Test
    void german_words_are_stemmed() throws SQLException {
        assertThat(query("select to_tsvector('german', 'Anträge')::text"))
                .containsExactly("'antrag':1");
    }

    @Test
    void it_gives_way_to_its_successor_and_loses_nothing() throws IOException, SQLException {
        try (Connection connection = connect(server);
                Statement statement = connection.createStatement()) {
            statement.execute("create table kept (what text)");
            statement.execute("insert into kept values ('this')");
        }
        EmbeddedPostgres orphan = server;
        server = server();

        server.start();

        assertThat(query("select what from kept")).containsExactly("this");
        assertThatThrownBy(() -> connect(orphan)).isInstanceOf(SQLException.class);
    }

    @Test
    void what_keeps_it_from_starting_is_said_in_its_own_words(@TempDir Path other)
            throws IOException {
        Files.createDirectories(
                other.resolve("postgresql"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Files.writeString(other.resolve("postgresql/PG_VERSION"), "18\n");
        var refused = new EmbeddedPostgres(other, programs(other));
        assertThatThrownBy(refused::start)
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("global/pg_control")
                .hasMessageContaining("log/postgresql.log");
    }

    private static EmbeddedPostgres server() throws IOException {
        return new EmbeddedPostgres(data, programs(data));
    }

    private static PostgresPrograms programs(Path data) throws IOException {
        return new PostgresPrograms(
                PostgresBinaries.unpacked(CACHE).resolve("bin"),
                data.resolve("log/postgresql.log"));
    }

    private static String setting(String name) throws SQLException {
        return query("show " + name).getFirst();
    }

    private static List<String> query(String sql) throws SQLException {
        try (Connection connection = connect(server);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> values = new ArrayList<>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        }
    }

    private static Connection connect(EmbeddedPostgres server) throws SQLException {
        return DriverManager.getConnection(
                server.jdbcUrl(), EmbeddedPostgres.OWNER, server.ownerPassword());
    }
}
