package org.rotfaden.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rotfaden.e2e.WithMortalWorkspace;
import org.rotfaden.launcher.Installation.Ended;

/// What `./rotfaden audit` finds.
class AuditCommandTests extends WithMortalWorkspace {

    private static final String UNBROKEN =
            "The audit trail is unbroken\\. Entries: [1-9]\\d*\\. Hash of the last one:"
                    + " [0-9a-f]{64}";

    @TempDir private Path temp;

    private final Installation installation = Installation.shared();

    @Test
    void it_reads_beside_a_running_workspace_and_without_one_and_changes_nothing() {
        Ended beside = audit(workspace.data());
        assertThat(beside.errors()).isEmpty();
        assertThat(beside.output()).singleElement().asString().matches(UNBROKEN);
        assertThat(beside.exitCode()).isZero();
        assertThat(workspace.program().isAlive()).isTrue();

        workspace.stop();
        Ended alone = audit(workspace.data());
        assertThat(alone.errors()).isEmpty();
        assertThat(alone.output()).isEqualTo(beside.output());
        assertThat(alone.exitCode()).isZero();
        assertThat(workspace.postgres()).isEmpty();

        workspace.startAgain();
        assertThat(audit(workspace.data()).output()).isEqualTo(beside.output());
    }

    @Test
    void it_names_the_first_entry_that_is_not_as_it_was_written() {
        DataTests.execute(
                workspace,
                """
                alter table audit_entry disable trigger user;
                create table kept as select * from audit_entry where sequence = 7;
                delete from audit_entry where sequence = 7;
                """);
        try {
            Ended ended = audit(workspace.data());

            assertThat(ended.output()).isEmpty();
            assertThat(ended.errors())
                    .singleElement()
                    .asString()
                    .matches(
                            "The audit trail is broken: entry 7 was changed, or one before it is"
                                + " missing\\. The 6 entries before are as they were written; hash"
                                + " of the last of these: [0-9a-f]{64}");
            assertThat(ended.exitCode()).isEqualTo(15);
            assertThat(
                            installation
                                    .with("LANG", "de_DE.UTF-8")
                                    .run("audit", "--data", workspace.data().toString())
                                    .errors())
                    .singleElement()
                    .asString()
                    .startsWith("Der Prüfpfad ist gebrochen: Eintrag 7 wurde verändert");
        } finally {
            DataTests.execute(
                    workspace,
                    """
                    insert into audit_entry select * from kept;
                    drop table kept;
                    alter table audit_entry enable trigger user;
                    """);
        }
    }

    @Test
    void a_database_elsewhere_is_named_as_for_the_start() {
        Ended ended =
                installation.run(
                        "audit",
                        "--data",
                        temp.resolve("data").toString(),
                        "--spring.datasource.url=" + DataTests.url(workspace, "postgres"),
                        "--spring.datasource.username=rotfaden",
                        "--spring.datasource.password=" + DataTests.password(workspace));
        assertThat(ended.errors()).isEmpty();
        assertThat(ended.output()).singleElement().asString().matches(UNBROKEN);
        assertThat(ended.exitCode()).isZero();
    }

    @Test
    void where_no_data_are_it_says_so_and_makes_none() {
        Path nowhere = temp.resolve("nowhere");
        Ended ended = audit(nowhere);
        assertThat(ended.output()).isEmpty();
        assertThat(ended.errors())
                .singleElement()
                .asString()
                .startsWith("There is no audit trail in %s: ".formatted(nowhere));
        assertThat(ended.exitCode()).isEqualTo(14);
        assertThat(Files.exists(nowhere)).isFalse();
    }

    @Test
    void a_database_that_cannot_be_reached_is_named() {
        Ended ended =
                installation.run(
                        "audit", "--spring.datasource.url=jdbc:postgresql://127.0.0.1:1/x");
        assertThat(ended.errors())
                .singleElement()
                .asString()
                .startsWith("The database does not start or cannot be reached: ");
        assertThat(ended.exitCode()).isEqualTo(10);
    }

    @Test
    void an_option_that_is_not_known_is_refused() {
        assertThat(installation.run("audit", "--dmeo").exitCode()).isEqualTo(2);
    }

    private Ended audit(Path data) {
        return installation.run("audit", "--data", data.toString());
    }
}
