package org.rotfaden.e2e;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.rotfaden.launcher.Program;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The packaged workspace as a process of its own, on a free port and a data folder of its own.
/// What it writes on the console, and its log, stay in `target/workspaces`.
///
/// A workspace that was killed or stopped can be started again on the same port and data.
public final class Workspace implements AutoCloseable {

    private static final Path FOLDER = Path.of("target/workspaces").toAbsolutePath();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration LONGEST_START = Duration.ofSeconds(90);
    private static final AtomicInteger count = new AtomicInteger();

    /// The tests of one workspace do more than hands do.
    private static final String[] FAST = {
        "--rotfaden.pace.beginning.at-once=1000", "--rotfaden.pace.acting.at-once=100000"
    };

    private static final ThreadLocal<Workspace> SHARED =
            ThreadLocal.withInitial(() ->
                    start("shared", fast("--server.forward-headers-strategy=native"))
                            .untilTheEnd());

    private static final ThreadLocal<Workspace> MORTAL =
            ThreadLocal.withInitial(() -> start("mortal", fast()).untilTheEnd());

    private final Path folder;
    private final int port = freePort();
    private final int megabytes;
    private final List<String> options;
    private final Map<String, String> environment;
    private Program program;

    private Workspace(String name, int megabytes, List<String> options) {
        this(name, megabytes, options, Map.of());
    }

    private Workspace(
            String name, int megabytes, List<String> options, Map<String, String> environment) {
        this.megabytes = megabytes;
        this.environment = environment;
        this.folder = FOLDER.resolve("%s-%d".formatted(name, count.incrementAndGet()));
        this.options = options;
        FileSystemUtils.deleteRecursively(folder.toFile());
        startAgain();
    }

    /// Starts one with the sample association.
    ///
    /// @param options more of the command line
    public static Workspace start(String name, String... options) {
        return new Workspace(name, Program.USUAL_MEGABYTES, sample(options));
    }

    /// Starts one with the sample association and little memory.
    static Workspace small(String name, int megabytes, String... options) {
        return new Workspace(name, megabytes, sample(options));
    }

    private static List<String> sample(String... options) {
        return Stream.concat(Stream.of("--demo"), Stream.of(options)).toList();
    }

    /// Starts one node of several with the sample association.
    ///
    /// @param environment says among other things where the database and Redis are
    static Workspace node(String name, Map<String, String> environment) {
        return new Workspace(name, Program.USUAL_MEGABYTES, sample(fast()), environment);
    }

    private static String[] fast(String... options) {
        return Stream.of(FAST, options).flatMap(Stream::of).toArray(String[]::new);
    }

    /// The one that `WithSampleAssociation` gives to the tests of this thread; it starts when it is
    /// first asked for, behind a proxy as some are run, and ends with the process.
    static Workspace shared() {
        return SHARED.get();
    }

    /// The one that `WithMortalWorkspace` gives to the tests of this thread; it starts when it is
    /// first asked for, and ends with the process.
    public static Workspace mortal() {
        return MORTAL.get();
    }

    private Workspace untilTheEnd() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::end, "end of " + folder));
        return this;
    }

    /// Starts one without any data.
    public static Workspace empty(String name) {
        return new Workspace(name, Program.USUAL_MEGABYTES, List.of());
    }

    public int port() {
        return port;
    }

    public String address() {
        return "http://localhost:" + port;
    }

    public Path data() {
        return folder.resolve("data");
    }

    public Program program() {
        return program;
    }

    /// Ends the process as `kill -9` does; its PostgreSQL lives on.
    public void kill() {
        program.kill();
    }

    /// Ends the process as an operator would, and gives its exit code.
    public int stop() {
        return program.terminate();
    }

    /// Starts again when it was stopped or killed.
    public void ensureAlive() {
        if (!program.isAlive()) {
            startAgain();
        }
    }

    /// Starts again on the same port and data, and waits until it is ready.
    public void startAgain() {
        program = Program.jar(folder.resolve("console"), megabytes, environment, commandLine());
        await().atMost(LONGEST_START)
                .pollInterval(Duration.ofMillis(100))
                .failFast(this::expectAlive)
                .until(this::isReady);
    }

    /// The PostgreSQL on these data, if there is one.
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

    JsonNode get(String path, String token) {
        return JSON.readTree(text(path, token, "application/json"));
    }

    /// Whether there is something at a path for somebody.
    boolean shows(String path, String token) {
        return statusOf(request(path, token).GET().build()) == 200;
    }

    String text(String path, String token, String type) {
        return send(request(path, token).header("Accept", type).GET());
    }

    JsonNode post(String path, String token, String body) {
        return JSON.readTree(
                send(
                        request(path, token)
                                .header("Content-Type", "application/json")
                                .POST(HttpRequest.BodyPublishers.ofString(body))));
    }

    void put(String path, String token, String body) {
        send(
                request(path, token)
                        .header("Content-Type", "application/json")
                        .PUT(HttpRequest.BodyPublishers.ofString(body)));
    }

    void delete(String path, String token) {
        send(request(path, token).DELETE());
    }

    /// Anna begins a motion.
    ///
    /// @return its number
    int newMotion(String title) {
        return post("/api/motions", tokenOf("anna"), "{\"title\":\"%s\"}".formatted(title))
                .get("number")
                .asInt();
    }

    /// An access token of one of the sample members.
    String tokenOf(String member) {
        String credentials = member + "@example.org:rotfaden";
        String basic =
                Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
        var request =
                HttpRequest.newBuilder(URI.create(address() + "/api/tokens"))
                        .header("Authorization", "Basic " + basic)
                        .POST(HttpRequest.BodyPublishers.noBody());
        return JSON.readTree(send(request)).get("token").asString();
    }

    /// Ends it with everything it started; the log stays.
    @Override
    public void close() {
        Browsers.closeAll();
        end();
    }

    private void end() {
        if (program.isAlive()) {
            stop();
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

    boolean isReady() {
        var health =
                HttpRequest.newBuilder(URI.create(address() + "/health"))
                        .timeout(Duration.ofSeconds(5))
                        .build();
        try {
            return statusOf(health) == 200;
        } catch (UncheckedIOException notYet) {
            return false;
        }
    }

    private static int statusOf(HttpRequest request) {
        try {
            return HTTP.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private void expectAlive() {
        if (!program.isAlive()) {
            throw new AssertionError(
                    "The workspace ended: %s %s".formatted(program.output(), program.errors()));
        }
    }

    private HttpRequest.Builder request(String path, String token) {
        return HttpRequest.newBuilder(URI.create(address() + path))
                .header("Authorization", "Bearer " + token);
    }

    private static String send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response =
                    HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() >= 300) {
                throw new IllegalStateException(response.statusCode() + " " + response.body());
            }
            return response.body();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    static int freePort() {
        try (var probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return probe.getLocalPort();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
