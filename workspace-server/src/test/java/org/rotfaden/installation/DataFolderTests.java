package org.rotfaden.installation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// That a folder in use, a full disk and the like are refused is proved with real processes and
/// mounts, where the launcher is tested.
class DataFolderTests {

    @TempDir private Path temp;

    @Test
    void only_its_owner_may_look_into_it() throws IOException {
        Path data = temp.resolve("neu/data");
        try (var folder = DataFolder.open(data)) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data)))
                    .isEqualTo("rwx------");
            assertThat(folder.logs()).isDirectory();
        }
    }

    @Test
    void it_says_who_holds_it() throws IOException {
        try (var _ = DataFolder.open(temp)) {
            assertThat(temp.resolve("rotfaden.lock")).isNotEmptyFile();
        }
        try (var again = DataFolder.open(temp)) {
            assertThat(again.logs()).isDirectory();
        }
    }
}
