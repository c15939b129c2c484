package org.rotfaden.installation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostmasterFileTests {

    @TempDir private Path cluster;

    private PostmasterFile file;

    @BeforeEach
    void open() {
        file = new PostmasterFile(cluster);
    }

    @Test
    void a_process_that_works_in_the_cluster_is_its_server() throws IOException {
        Process server = new ProcessBuilder("sleep", "60").directory(cluster.toFile()).start();
        write(server.pid());
        assertThat(file.isOfLivingServer()).isTrue();
        server.destroyForcibly().onExit().join();
        assertThat(file.isOfLivingServer()).isFalse();
    }

    @Test
    void any_other_process_with_its_number_is_not() throws IOException {
        write(ProcessHandle.current().pid());
        assertThat(file.isOfLivingServer()).isFalse();
    }

    @Test
    void a_file_cut_off_by_a_crash_belongs_to_nobody() throws IOException {
        Files.createFile(cluster.resolve("postmaster.pid"));
        assertThat(file.isOfLivingServer()).isFalse();
    }

    @Test
    void disowning_changes_the_number_and_nothing_else() throws IOException {
        write(ProcessHandle.current().pid());
        file.disown();
        assertThat(cluster.resolve("postmaster.pid"))
                .hasContent("4194304\n%s\n1700000000\n".formatted(cluster));
        assertThat(ProcessHandle.of(4_194_304)).isEmpty();
    }

    private void write(long pid) throws IOException {
        Files.writeString(
                cluster.resolve("postmaster.pid"), "%d\n%s\n1700000000\n".formatted(pid, cluster));
    }
}
