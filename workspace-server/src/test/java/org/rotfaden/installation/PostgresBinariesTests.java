package org.rotfaden.installation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresBinariesTests {

    @TempDir private Path cache;

    @Test
    void they_are_unpacked_once_and_whole() throws IOException {
        Files.createDirectories(cache.resolve("unpacking-123/bin")); // left behind by a crash

        Path home = PostgresBinaries.unpacked(cache);

        assertThat(home.resolve("bin/postgres")).isExecutable();
        assertThat(home.resolve("share/postgresql/tsearch_data/german.stop")).isNotEmptyFile();
        var time = Files.getLastModifiedTime(home);
        assertThat(PostgresBinaries.unpacked(cache)).isEqualTo(home);
        assertThat(Files.getLastModifiedTime(home)).isEqualTo(time);
    }

    @Test
    void a_failed_unpacking_leaves_nothing_behind() throws IOException {
        Path file = Files.createFile(cache.resolve("file"));
        assertThatThrownBy(() -> PostgresBinaries.unpacked(file)).isInstanceOf(IOException.class);
        try (Stream<Path> left = Files.list(cache)) {
            assertThat(left).containsExactly(file);
        }
    }

    @Test
    void other_platforms_are_told_to_bring_a_server() {
        assertThatThrownBy(() -> PostgresBinaries.archive("Mac OS X", "aarch64"))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("Mac OS X")
                .hasMessageContaining("--spring.datasource.url=");
    }
}
