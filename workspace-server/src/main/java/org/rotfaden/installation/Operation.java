package org.rotfaden.installation;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Properties;
import org.rotfaden.realtime.LiveConnections;
import org.rotfaden.security.MemberId;
import org.rotfaden.security.Permission;
import org.rotfaden.security.Permissions;
import org.rotfaden.security.Subject;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;

/// What whoever operates the server sees of it.
@Service
public class Operation {

    private static final String BUILT =
            "/META-INF/maven/org.rotfaden/workspace-server/pom.properties";

    private final Database database;
    private final LiveConnections connections;
    private final Permissions permissions;
    private final String node;
    private final Path data;

    Operation(
            Database database,
            LiveConnections connections,
            Permissions permissions,
            @Value("${rotfaden.node:}") String node,
            @Value("${rotfaden.data}") Path data) {
        this.database = database;
        this.connections = connections;
        this.permissions = permissions;
        this.node = node;
        this.data = data.toAbsolutePath();
    }

    /// How the server is now.
    ///
    /// @throws org.rotfaden.security.NotPermitted unless an operator asks
    public ServerState state(MemberId by) {
        permissions.decide(by, Permission.OPERATE, Subject.ASSOCIATION).orRefuse();
        try {
            FileStore disk = Files.getFileStore(existing(data));
            return new ServerState(
                    node,
                    version(),
                    Instant.ofEpochMilli(ManagementFactory.getRuntimeMXBean().getStartTime()),
                    database.size(),
                    database.keepsAuditTrail(),
                    disk.getUsableSpace(),
                    disk.getTotalSpace(),
                    database.counted(),
                    connections.inDocuments(),
                    connections.following());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /// With a database elsewhere there may be no folder yet.
    private static Path existing(Path folder) {
        Path existing = folder;
        while (!Files.exists(existing) && existing.getParent() != null) {
            existing = existing.getParent();
        }
        return existing;
    }

    /// Empty while it runs without having been packaged.
    private static String version() throws IOException {
        var built = new Properties();
        try (InputStream written = Operation.class.getResourceAsStream(BUILT)) {
            if (written != null) {
                built.load(written);
            }
        }
        return built.getProperty("version", "");
    }
}
