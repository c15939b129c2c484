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

    /// Who lives under the number in the file.
    enum Holder {
        NONE,
        ITS_SERVER,
        SOMETHING_ELSE
    }

    /// Above the highest number that Linux gives to a process, 4,194,303.
    private static final String NOBODY = "4194304";

    private PostmasterFile() {}

    static Holder holderOf(Path cluster) throws IOException {
        Path file = cluster.resolve("postmaster.pid");
        if (!Files.exists(file)) {
            return Holder.NONE;
        }
        String number = Files.readAllLines(file).getFirst().strip();
        try {
            // A server works in the folder of its cluster, wherever that has been moved to.
            Path workplace = Path.of("/proc", number, "cwd").toRealPath();
            return workplace.equals(cluster.toRealPath())
                    ? Holder.ITS_SERVER
                    : Holder.SOMETHING_ELSE;
        } catch (NoSuchFileException dead) {
            return Holder.NONE;
        } catch (AccessDeniedException anotherUsers) {
            return Holder.SOMETHING_ELSE;
        }
    }

    /// Tells PostgreSQL that the process of this number is not its server. The rest of the file
    /// stays: by it PostgreSQL sees whether parts of the old server still live.
    static void disown(Path cluster) throws IOException {
        Path file = cluster.resolve("postmaster.pid");
        List<String> lines = new ArrayList<>(Files.readAllLines(file));
        lines.set(0, NOBODY);
        Files.write(file, lines);
    }
}
