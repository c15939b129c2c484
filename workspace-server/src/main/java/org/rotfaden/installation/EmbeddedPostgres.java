package org.rotfaden.installation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.rotfaden.installation.CannotStart.Reason;
import org.springframework.util.FileSystemUtils;

/// A PostgreSQL of its own for this workspace, in the data folder. It flushes every commit to disk,
/// listens on loopback only and wants a password that was made for it.
///
/// A server that outlived its workspace, because that one was killed, is ended in order before the
/// new one starts; what it had committed is there.
final class EmbeddedPostgres implements AutoCloseable {

    static final String USER = "rotfaden";

    private static final String LOOPBACK = "127.0.0.1";
    private static final int PASSWORD_BYTES = 24;
    private static final int TRIES = 3;

    private final Path programs;
    private final Path cluster;
    private final Path log;
    private final Path passwordFile;
    private int port;

    EmbeddedPostgres(Path data, Path cache) {
        this.programs = PostgresBinaries.unpacked(cache).resolve("bin");
        this.cluster = data.resolve("postgresql");
        this.log = data.resolve("postgresql.log");
        this.passwordFile = data.resolve("postgresql.password");
    }

    /// Starts the server; on an empty folder it is made first.
    ///
    /// @throws CannotStart when PostgreSQL does not start
    void start() {
        if (!Files.exists(cluster)) {
            initialise();
        }
        if (outlivingServer().isPresent()) {
            stop();
        }
        for (int tried = 1; !startAt(freePort()); tried++) {
            if (tried == TRIES) {
                throw new CannotStart(Reason.DATABASE_FAILED, lastWords(), log);
            }
        }
    }

    String jdbcUrl() {
        return "jdbc:postgresql://" + LOOPBACK + ":" + port + "/postgres";
    }

    Path passwordFile() {
        return passwordFile;
    }

    String password() {
        try {
            return Files.readString(passwordFile).strip();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    public void close() {
        stop();
    }

    private void initialise() {
        try {
            Path beside = cluster.resolveSibling("postgresql.new");
            Files.createDirectories(cluster.getParent());
            FileSystemUtils.deleteRecursively(beside);
            writePassword();
            boolean made = run(
                    "initdb",
                    "--pgdata=" + beside,
                    "--username=" + USER,
                    "--pwfile=" + passwordFile,
                    "--auth=scram-sha-256",
                    "--encoding=UTF8",
                    "--locale-provider=builtin",
                    "--builtin-locale=C.UTF-8",
                    "--locale=C");
            if (!made) {
                throw new CannotStart(Reason.DATABASE_FAILED, lastWords(), log);
            }
            Files.move(beside, cluster, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void writePassword() throws IOException {
        byte[] random = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(random);
        Files.deleteIfExists(passwordFile);
        Files.createFile(
                passwordFile,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(passwordFile, Base64.getUrlEncoder().withoutPadding().encodeToString(random));
    }

    private boolean startAt(int candidate) {
        port = candidate;
        List<String> settings =
                List.of(
                        "listen_addresses=" + LOOPBACK,
                        "unix_socket_directories=",
                        "port=" + candidate,
                        "fsync=on",
                        "synchronous_commit=on",
                        "full_page_writes=on",
                        "max_connections=100");
        return run(
                "pg_ctl",
                "start",
                "--pgdata=" + cluster,
                "--log=" + log,
                "--wait",
                "--silent",
                "--options=-c " + String.join(" -c ", settings));
    }

    private void stop() {
        run("pg_ctl", "stop", "--pgdata=" + cluster, "--mode=fast", "--wait", "--silent");
    }

    /// The server that holds the cluster, if it is alive. A process that merely has the same number
    /// after a crash of the machine is none.
    private Optional<ProcessHandle> outlivingServer() {
        Path pidFile = cluster.resolve("postmaster.pid");
        try {
            return Files.exists(pidFile)
                    ? ProcessHandle.of(Long.parseLong(Files.readAllLines(pidFile).getFirst().strip()))
                            .filter(process -> process.info().command().orElse("").endsWith("/postgres"))
                    : Optional.empty();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /// Runs one of PostgreSQL's programs; they refuse to be root, so root runs them in a user namespace.
    ///
    /// @return whether it ended well
    private boolean run(String program, String... arguments) {
        List<String> command = new ArrayList<>();
        if (System.getProperty("user.name").equals("root")) {
            command.addAll(List.of("unshare", "--user"));
        }
        command.add(programs.resolve(program).toString());
        command.addAll(List.of(arguments));
        try {
            Process process =
                    new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                            .start();
            return process.waitFor(2, TimeUnit.MINUTES) && process.exitValue() == 0;
        } catch (IOException failure) {
            throw new CannotStart(Reason.DATABASE_FAILED, failure.toString(), log);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private String lastWords() {
        try {
            List<String> lines = Files.readAllLines(log, StandardCharsets.UTF_8);
            return lines.isEmpty() ? "" : lines.getLast();
        } catch (IOException unreadable) {
            return "";
        }
    }

    private static int freePort() {
        try (var probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return probe.getLocalPort();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
