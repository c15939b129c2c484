package org.rotfaden.installation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/// A PostgreSQL of its own for this workspace, in the data folder. It flushes every commit to disk,
/// listens on loopback only and wants a password that was made for it.
///
/// The tables belong to [#OWNER], who brings them into shape. The workspace works as [#WORKSPACE],
/// which owns nothing; its password is a new one at every start and is written nowhere.
///
/// A server that outlived its workspace, because that one was killed, is ended in order before the
/// new one starts; what it had committed is there. The lock of the [DataFolder] makes sure that no
/// living workspace loses its server that way.
final class EmbeddedPostgres implements AutoCloseable {

    static final String OWNER = "rotfaden";
    static final String WORKSPACE = "workspace";

    /// What a commit is worth, and what nobody may read in a log: these outrank every file. A
    /// server that lost a process ends, and the [PostgresWatch] starts it: one that repairs itself
    /// on a disk without room can stay half started for ever.
    private static final List<String> SETTINGS =
            List.of(
                    "fsync=on",
                    "synchronous_commit=on",
                    "full_page_writes=on",
                    "restart_after_crash=off",
                    "password_encryption=scram-sha-256",
                    "listen_addresses=127.0.0.1",
                    "unix_socket_directories=",
                    "max_connections=100",
                    "log_checkpoints=off",
                    "log_error_verbosity=terse",
                    "log_min_error_statement=panic");

    /// A server that runs already, with the password of [#OWNER].
    record Running(String jdbcUrl, String password) {}

    private static final Logger log = LoggerFactory.getLogger(EmbeddedPostgres.class);
    private static final String PATIENCE =
            "--timeout=600"; // seconds; a repair after a crash takes its time
    private static final int PASSWORD_BYTES = 24;
    private static final int TRIES = 3;

    private final PostgresPrograms programs;
    private final Path cluster;
    private final Path passwordFile;
    private final String workspacePassword = randomPassword();
    private int port;

    /// @param data the data folder, absolute
    EmbeddedPostgres(Path data, PostgresPrograms programs) {
        this.programs = programs;
        this.cluster = data.resolve("postgresql");
        this.passwordFile = data.resolve("postgresql.password");
    }

    /// Whether a folder holds a database at all.
    static boolean isIn(Path data) {
        return Files.exists(data.resolve("postgresql"));
    }

    /// The server that a workspace has on these data now.
    static Optional<Running> running(Path data) {
        var file = new PostmasterFile(data.resolve("postgresql"));
        try {
            return file.exists() && file.isOfLivingServer()
                    ? Optional.of(
                            new Running(
                                    jdbcUrl(file.port()),
                                    Files.readString(data.resolve("postgresql.password")).strip()))
                    : Optional.empty();
        } catch (IOException unreadable) {
            throw new CannotStart(
                    Hindrance.DATABASE_FAILED,
                    unreadable.toString(),
                    data.resolve("log/postgresql.log"));
        }
    }

    /// Starts the server; on an empty folder it is made first.
    ///
    /// @throws CannotStart when PostgreSQL does not start
    void start() {
        try {
            programs.beginLog();
            if (!Files.exists(cluster)) {
                initialise();
            }
            endPredecessor();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        for (int tried = 1; !startAt(freePort()); tried++) {
            if (tried == TRIES) {
                throw programs.failure();
            }
        }
        admitWorkspace();
    }

    boolean isAlive() throws IOException {
        var file = new PostmasterFile(cluster);
        return file.exists() && file.isOfLivingServer();
    }

    /// Starts a server that died once more, at its old port. Data are never made anew here: where
    /// there are none, something else is wrong.
    ///
    /// @return whether it answers
    boolean startAgain() throws IOException {
        var file = new PostmasterFile(cluster);
        if (file.exists()) {
            file.disown();
        }
        return startAt(port);
    }

    String jdbcUrl() {
        return jdbcUrl(port);
    }

    private static String jdbcUrl(int port) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
    }

    String workspacePassword() {
        return workspacePassword;
    }

    String ownerPassword() {
        try {
            return Files.readString(passwordFile).strip();
        } catch (IOException unreadable) {
            throw new CannotStart(Hindrance.DATABASE_FAILED, unreadable.toString(), programs.log());
        }
    }

    @Override
    public void close() {
        try {
            if (isAlive() && !stop()) {
                log.error("PostgreSQL does not stop; {} says more", programs.log());
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /// Makes the cluster beside its place, so that a half made one is never taken for a whole one.
    private void initialise() throws IOException {
        Path beside = cluster.resolveSibling("postgresql.new");
        FileSystemUtils.deleteRecursively(beside);
        writePassword();
        boolean made =
                programs.run(
                        "initdb",
                        "--pgdata=" + beside,
                        "--username=" + OWNER,
                        "--pwfile=" + passwordFile,
                        "--auth=scram-sha-256",
                        "--encoding=UTF8",
                        "--locale-provider=builtin",
                        "--builtin-locale=C.UTF-8",
                        "--locale=C");
        if (!made) {
            throw programs.failure();
        }
        Files.move(beside, cluster, StandardCopyOption.ATOMIC_MOVE);
    }

    private void writePassword() throws IOException {
        Files.deleteIfExists(passwordFile);
        Files.createFile(
                passwordFile,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(passwordFile, randomPassword());
    }

    private static String randomPassword() {
        byte[] random = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(random);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }

    /// Lets the workspace in as somebody who owns nothing, also into data of a version that worked
    /// as their owner.
    private void admitWorkspace() {
        try (Connection connection =
                        DriverManager.getConnection(jdbcUrl(), OWNER, ownerPassword());
                Statement statement = connection.createStatement()) {
            statement.execute(
                    """
                    do $$ begin
                        if to_regrole('%1$s') is null then
                            create role %1$s;
                        end if;
                    end $$;
                    alter role %1$s login nosuperuser nocreatedb nocreaterole password '%2$s';
                    """
                            .formatted(WORKSPACE, workspacePassword));
        } catch (SQLException refused) {
            throw new CannotStart(Hindrance.DATABASE_FAILED, refused.toString(), programs.log());
        }
    }

    private void endPredecessor() throws IOException {
        var file = new PostmasterFile(cluster);
        if (!file.exists()) {
            return;
        }
        if (!file.isOfLivingServer()) {
            file.disown();
            return;
        }
        log.info("A PostgreSQL that outlived its workspace is ended in order");
        if (!stop()) {
            throw programs.failure();
        }
    }

    private boolean startAt(int candidate) {
        port = candidate;
        return programs.run(
                "pg_ctl",
                "start",
                "--pgdata=" + cluster,
                "--log=" + programs.log(),
                "--wait",
                PATIENCE,
                "--silent",
                "--options=-c port=" + candidate + " -c " + String.join(" -c ", SETTINGS));
    }

    private boolean stop() {
        return programs.run(
                "pg_ctl",
                "stop",
                "--pgdata=" + cluster,
                "--mode=fast",
                "--wait",
                PATIENCE,
                "--silent");
    }

    private static int freePort() {
        try (var probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return probe.getLocalPort();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
