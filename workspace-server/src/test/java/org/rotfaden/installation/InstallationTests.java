package org.rotfaden.installation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rotfaden.WorkspaceTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@WorkspaceTest
class InstallationTests {

    @Autowired private EmbeddedPostgres server;
    @Autowired private JdbcClient jdbc;

    @Test
    void every_commit_is_flushed_and_nobody_else_can_reach_the_server() {
        for (String setting : List.of("fsync", "synchronous_commit", "full_page_writes")) {
            assertThat(jdbc.sql("show " + setting).query(String.class).single()).as(setting).isEqualTo("on");
        }
        assertThat(jdbc.sql("show listen_addresses").query(String.class).single()).isEqualTo("127.0.0.1");
        assertThat(jdbc.sql("show password_encryption").query(String.class).single()).isEqualTo("scram-sha-256");
    }

    @Test
    void a_wrong_password_does_not_come_in() {
        assertThatThrownBy(() -> DriverManager.getConnection(server.jdbcUrl(), EmbeddedPostgres.USER, "falsch"))
                .isInstanceOf(SQLException.class);
    }

    @Test
    void only_the_owner_reads_the_password() throws IOException {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(server.passwordFile())))
                .isEqualTo("rw-------");
    }

    @Test
    void a_folder_belongs_to_one_workspace_at_a_time(@TempDir Path folder) {
        try (DataFolder _ = DataFolder.open(folder, false)) {
            assertRefused(folder, false, CannotStart.Reason.DATA_IN_USE);
        }
        DataFolder.open(folder, false).close();
    }

    @Test
    void sample_and_real_data_do_not_mix(@TempDir Path sample, @TempDir Path real) {
        DataFolder.open(sample, true).close();
        DataFolder.open(real, false).close();
        assertRefused(sample, false, CannotStart.Reason.DEMO_DATA);
        assertRefused(real, true, CannotStart.Reason.REAL_DATA);
    }

    @Test
    void data_of_a_newer_version_is_left_alone(@TempDir Path folder) throws IOException {
        DataFolder.open(folder, false).close();
        Properties newer = new Properties();
        newer.setProperty("migrations", "999");
        try (var writer = Files.newBufferedWriter(folder.resolve("rotfaden.properties"))) {
            newer.store(writer, null);
        }
        assertRefused(folder, false, CannotStart.Reason.DATA_NEWER);
    }

    @Test
    void a_folder_that_cannot_be_made_is_named(@TempDir Path folder) throws IOException {
        Path file = Files.createFile(folder.resolve("datei"));
        assertRefused(file.resolve("daten"), false, CannotStart.Reason.DATA_NOT_WRITABLE);
    }

    @Test
    void options_are_understood_or_refused() {
        Options options = Options.parse("--demo", "--port", "9000");
        assertThat(options.demo()).isTrue();
        assertThat(options.port()).isEqualTo(9000);
        assertThat(options.isOpenToOthers()).isFalse();
        assertThat(options.data().getFileName()).hasToString("data-demo");
        for (String[] wrong : new String[][] {{"--nix"}, {"--port"}, {"--port", "99999"}, {"--port", "x"}}) {
            assertThatThrownBy(() -> Options.parse(wrong)).isInstanceOf(CannotStart.class);
        }
    }

    @Test
    void the_setup_token_opens_only_for_who_has_it() {
        var token = new SetupToken();
        assertThat(token.matches(token.value())).isTrue();
        assertThat(token.matches("")).isFalse();
        assertThat(new SetupToken().matches(token.value())).isFalse();
    }

    private static void assertRefused(Path folder, boolean demo, CannotStart.Reason reason) {
        assertThatThrownBy(() -> DataFolder.open(folder, demo))
                .isInstanceOf(CannotStart.class)
                .hasFieldOrPropertyWithValue("reason", reason)
                .hasMessageContaining(folder.toString());
    }
}
