package org.rotfaden.e2e;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// The PostgreSQL of a workspace's data folder, which dies and comes back as a test wants.
final class Postmaster {

    private static final int LINE_OF_PORT = 3;

    private final Path data;
    private final Path cluster;
    private final Path away;

    Postmaster(Workspace workspace) {
        this.data = workspace.data();
        this.cluster = data.resolve("postgresql");
        this.away = data.resolve("postgresql.away");
    }

    /// What another workspace says on its command line to work with it.
    String[] options() {
        return new String[] {
            "--spring.datasource.url=" + url("postgres"),
            "--spring.datasource.username=rotfaden",
            "--spring.datasource.password=" + password()
        };
    }

    String url(String database) {
        String port = lines(cluster.resolve("postmaster.pid")).get(LINE_OF_PORT).strip();
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    /// Makes an empty database.
    void create(String database) throws SQLException {
        try (var connection = DriverManager.getConnection(url("postgres"), "rotfaden", password());
                var statement = connection.createStatement()) {
            statement.execute("create database " + database);
        }
    }

    String password() {
        return lines(data.resolve("postgresql.password")).getFirst();
    }

    /// Ends it with all its processes, as `kill -9` does.
    void kill() {
        kill(cluster);
    }

    /// Ends it so that nobody can start it until it is given back.
    void takeAway() {
        move(cluster, away);
        kill(away);
    }

    /// Lets it and all its processes neither answer nor refuse until they go on.
    void silence() {
        all(cluster).forEach(process -> Writers.signal("STOP", process));
    }

    void goOn() {
        all(cluster).forEach(process -> Writers.signal("CONT", process));
    }

    void giveBack() {
        if (Files.exists(away)) {
            move(away, cluster);
        }
    }

    boolean isAlive() {
        return Files.exists(cluster.resolve("postmaster.pid"))
                && ProcessHandle.of(numberOf(cluster)).filter(ProcessHandle::isAlive).isPresent();
    }

    /// Starts it with the options that it had, as whoever operates it would.
    void startAgain() {
        String server = lines(cluster.resolve("postmaster.opts")).getFirst().split(" ", 2)[0];
        List<String> command = new ArrayList<>();
        if (System.getProperty("user.name").equals("root")) {
            command.addAll(List.of("unshare", "--user"));
        }
        command.addAll(
                List.of(
                        Path.of(server).resolveSibling("pg_ctl").toString(),
                        "restart",
                        "--pgdata=" + cluster,
                        "--log=" + data.resolve("log/postgresql.log"),
                        "--wait",
                        "--silent"));
        try {
            var started = new ProcessBuilder(command).inheritIO().start();
            if (started.waitFor() != 0) {
                throw new AssertionError("PostgreSQL does not start");
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static void kill(Path folder) {
        List<ProcessHandle> all = all(folder);
        all.forEach(ProcessHandle::destroyForcibly);
        await().until(() -> all.stream().noneMatch(ProcessHandle::isAlive));
    }

    private static List<ProcessHandle> all(Path folder) {
        ProcessHandle postmaster = ProcessHandle.of(numberOf(folder)).orElseThrow();
        return Stream.concat(Stream.of(postmaster), postmaster.descendants()).toList();
    }

    private static long numberOf(Path folder) {
        return Long.parseLong(lines(folder.resolve("postmaster.pid")).getFirst().strip());
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static void move(Path from, Path to) {
        try {
            Files.move(from, to);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
