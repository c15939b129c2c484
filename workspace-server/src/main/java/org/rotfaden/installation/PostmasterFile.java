package org.rotfaden.installation;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The file `postmaster.pid`, by which PostgreSQL knows that a cluster has a server. A server that
/// was killed leaves it behind, and its number may by then belong to any other process.
final class PostmasterFile {

    /// Above the highest number that Linux gives to a process, 4,194,303.
    private static final String NOBODY = "4194304";

    private static final int LINE_OF_PORT = 3;

    private final Path cluster;
    private final Path file;

    PostmasterFile(Path cluster) {
        this.cluster = cluster;
        this.file = cluster.resolve("postmaster.pid");
    }

    boolean exists() {
        return Files.exists(file);
    }

    /// Whether the process of its number is the server of this cluster: a server works in the
    /// folder of its cluster, wherever that has been moved to.
    boolean isOfLivingServer() throws IOException {
        try {
            String number = lines().getFirst().strip();
            return Path.of("/proc", number, "cwd").toRealPath().equals(cluster.toRealPath());
        } catch (NoSuchFileException | AccessDeniedException deadOrAnotherUsers) {
            return false;
        }
    }

    /// Where the server listens.
    int port() throws IOException {
        return Integer.parseInt(lines().get(LINE_OF_PORT).strip());
    }

    /// Tells PostgreSQL that the process of this number is not its server. The rest of the file
    /// stays: by it PostgreSQL sees whether parts of the old server still live.
    void disown() throws IOException {
        List<String> lines = new ArrayList<>(lines());
        lines.set(0, NOBODY);
        Files.write(file, lines);
    }

    private List<String> lines() throws IOException {
        List<String> lines = Files.readAllLines(file);
        return lines.isEmpty() ? List.of(NOBODY) : lines;
    }
}
