package org.rotfaden.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rotfaden.e2e.Workspace;
import org.rotfaden.launcher.Installation.Ended;

/// What happens to the data when a workspace ends in one way or another and is started again.
class DataTests {

    private static Workspace workspace;

    @BeforeAll
    static void start() {
        workspace = Workspace.empty("data");
    }

    @AfterAll
    static void stop() {
        workspace.close();
    }

    @BeforeEach
    void startAgain() {
        workspace.ensureAlive();
    }

    @Test
    void after_kill_9_it_meets_its_orphaned_postgresql_and_nothing_is_missing() {
        insertMember(workspace, "frieda@example.org");
        ProcessHandle orphan = workspace.postgres().orElseThrow();

        workspace.kill();

        assertThat(orphan.isAlive()).isTrue();

        workspace.startAgain();

        assertThat(workspace.postgres()).isPresent().isNotEqualTo(Optional.of(orphan));
        assertThat(members(workspace)).contains("frieda@example.org");
    }

    @Test
    void after_a_crash_of_the_machine_another_process_may_have_the_number_of_postgresql()
            throws IOException {
        insertMember(workspace, "farid@example.org");
        Path pidFile = workspace.data().resolve("postgresql/postmaster.pid");
        List<String> lines = Files.readAllLines(pidFile);
        workspace.stop();
        lines.set(0, Long.toString(ProcessHandle.current().pid()));
        Files.write(pidFile, lines);

        workspace.startAgain();

        assertThat(members(workspace)).contains("farid@example.org");
    }

    @Test
    void a_folder_in_use_is_refused() {
        insertMember(workspace, "fatma@example.org");

        var ended = startOn(workspace);

        assertThat(ended.errors())
                .containsExactly(
                        "The data folder %s is in use by a running Rotfaden (process %d). End that one, or choose another folder: --data FOLDER"
                                .formatted(workspace.data(), workspace.program().pid()));
        assertThat(ended.exitCode()).isEqualTo(4);
        assertThat(members(workspace)).contains("fatma@example.org");
    }

    @Test
    void data_of_a_newer_version_are_refused() {
        try (var newer = Workspace.empty("newer")) {
            execute(
                    newer,
                    """
                    insert into flyway_schema_history
                        (installed_rank, version, description, type, script, installed_by, execution_time, success)
                    values (1000, '9999', 'of tomorrow', 'SQL', 'V9999__of_tomorrow.sql', 'rotfaden', 1, true)
                    """);
            newer.stop();

            var ended = startOn(newer);

            assertThat(ended.errors())
                    .containsExactly(
                            "The data in %s was written by a newer version of Rotfaden. Start that version; this one would damage the data."
                                    .formatted(newer.data()));
            assertThat(ended.exitCode()).isEqualTo(5);
        }
    }

    @Test
    void a_given_database_takes_the_place_of_the_embedded_one() {
        List<String> before = members(workspace);
        execute(workspace, "create database other");
        try (var elsewhere =
                Workspace.start(
                        "given-database",
                        "--spring.datasource.url=" + url(workspace, "other"),
                        "--spring.datasource.username=rotfaden",
                        "--spring.datasource.password=" + password(workspace))) {
            assertThat(elsewhere.data().resolve("postgresql")).doesNotExist();
            assertThat(members(workspace)).isEqualTo(before);
            assertThat(elsewhere.stop()).isEqualTo(128 + 15);
        }
    }

    @Test
    void sample_data_are_no_real_data_and_the_other_way_round() {
        Workspace sample = Workspace.mortal();
        insertMember(workspace, "gesine@verband.example");
        sample.stop();
        workspace.stop();

        var withoutDemo = startOn(sample);
        assertThat(withoutDemo.errors())
                .containsExactly(
                        "%s holds the sample association, whose passwords everybody knows. Start with --demo, or choose another folder: --data FOLDER"
                                .formatted(sample.data()));
        assertThat(withoutDemo.exitCode()).isEqualTo(8);

        var withDemo = startOn(workspace, "--demo");
        assertThat(withDemo.errors())
                .containsExactly(
                        "%s holds a real association. Start without --demo, or choose another folder for the sample: --data FOLDER"
                                .formatted(workspace.data()));
        assertThat(withDemo.exitCode()).isEqualTo(9);
    }

    /// Tries to start a second one on the same data.
    private static Ended startOn(Workspace workspace, String... options) {
        List<String> arguments =
                new ArrayList<>(
                        List.of(
                                "--port",
                                Integer.toString(Installation.freePort()),
                                "--data",
                                workspace.data().toString()));
        arguments.addAll(List.of(options));
        return Ended.of(
                Program.jar(
                        workspace.data().resolveSibling("second" + options.length),
                        Program.USUAL_MEGABYTES,
                        arguments));
    }

    private static void insertMember(Workspace workspace, String email) {
        execute(
                workspace,
                """
                insert into member (id, name, slug, email, password_hash, may, joined_at)
                values (gen_random_uuid(), 'Gesine', gen_random_uuid()::text, '%s', '', 'WRITE', now())
                """
                        .formatted(email));
    }

    static void execute(Workspace workspace, String sql) {
        try (Connection connection = connect(workspace);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static List<String> members(Workspace workspace) {
        List<String> members = new ArrayList<>();
        try (Connection connection = connect(workspace);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select email from member")) {
            while (rows.next()) {
                members.add(rows.getString(1));
            }
            return members;
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static Connection connect(Workspace workspace) throws SQLException {
        return DriverManager.getConnection(
                url(workspace, "postgres"), "rotfaden", password(workspace));
    }

    static String url(Workspace workspace, String database) {
        String port = read(workspace, "postgresql/postmaster.pid").get(3);
        return "jdbc:postgresql://127.0.0.1:%s/%s".formatted(port, database);
    }

    static String password(Workspace workspace) {
        return read(workspace, "postgresql.password").getFirst();
    }

    private static List<String> read(Workspace workspace, String file) {
        try {
            return Files.readAllLines(workspace.data().resolve(file));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
