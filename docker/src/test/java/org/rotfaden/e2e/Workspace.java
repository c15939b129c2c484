package org.rotfaden.e2e;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.rotfaden.launcher.Program;
import org.springframework.util.FileSystemUtils;

/// The runnable jar as a process of its own, on a free port and a data folder of its own. What it
/// writes, and its log, stay in `target/workspaces`.
///
/// A killed workspace can be started again, on the same port and the same data.
public final class Workspace implements AutoCloseable {

    private static final Path FOLDER = Path.of("target/workspaces").toAbsolutePath();
    private static final Duration START = Duration.ofSeconds(90);
    private static final AtomicInteger count = new AtomicInteger();

    private final HttpClient http = HttpClient.newHttpClient();
    private final Path folder;
    private final int port = freePort();
    private final List<String> options;
    private Program program;

    private Workspace(String name, List<String> options) {
        this.folder = FOLDER.resolve("%s-%d".formatted(name, count.incrementAndGet()));
        this.options = options;
        FileSystemUtils.deleteRecursively(folder.toFile());
        start();
    }

    /// Starts one with the sample association.
    ///
    /// @param options more of the command line
    public static Workspace demo(String name, String... options) {
        List<String> all = new ArrayList<>(List.of("--demo"));
        all.addAll(List.of(options));
        return new Workspace(name, all);
    }

    /// Starts one without any data.
    public static Workspace empty(String name, String... options) {
        return new Workspace(name, List.of(options));
    }

    /// For example `http://localhost:12345`.
    public String address() {
        return "http://localhost:" + port;
    }

    public int port() {
        return port;
    }

    public Path data() {
        return folder.resolve("data");
    }

    public Program program() {
        return program;
    }

    /// Kills it as `kill -9` does; its PostgreSQL lives on.
    public void kill() {
        program.kill();
    }

    /// Asks it to end, as Ctrl C does.
    ///
    /// @return the exit code
    public int stop() {
        return program.terminate();
    }

    /// Starts it again where it was, and waits until it is ready.
    public void start() {
        program = Program.jar(folder.resolve("console"), commandLine());
        await().atMost(START)
                .pollInterval(Duration.ofMillis(100))
                .failFast(this::expectAlive)
                .until(this::isReady);
    }

    /// The PostgreSQL on these data, if it lives.
    public Optional<ProcessHandle> postgres() {
        Path file = data().resolve("postgresql/postmaster.pid");
        try {
            return Files.exists(file)
                    ? ProcessHandle.of(Long.parseLong(Files.readAllLines(file).getFirst().strip()))
                    : Optional.empty();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /// Ends it with everything it started; the log stays.
    @Override
    public void close() {
        if (program.isAlive()) {
            program.terminate();
        }
        postgres().filter(ProcessHandle::destroy).ifPresent(orphan -> orphan.onExit().join());
        FileSystemUtils.deleteRecursively(data().resolve("postgresql").toFile());
    }

    private List<String> commandLine() {
        List<String> arguments =
                new ArrayList<>(
                        List.of("--port", Integer.toString(port), "--data", data().toString()));
        arguments.addAll(options);
        return arguments;
    }

    private boolean isReady() {
        try {
            var request =
                    HttpRequest.newBuilder(URI.create(address() + "/health"))
                            .timeout(Duration.ofSeconds(5))
                            .build();
            return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void expectAlive() {
        if (!program.isAlive()) {
            throw new AssertionError(
                    "The workspace ended: %s %s".formatted(program.output(), program.errors()));
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
