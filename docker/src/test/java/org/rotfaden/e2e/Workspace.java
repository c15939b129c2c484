package org.rotfaden.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
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
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The packaged workspace with the sample association as a process of its own.
final class Workspace implements AutoCloseable {

    private static final Path JAR = Path.of("target/rotfaden.jar").toAbsolutePath();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration LONGEST_START = Duration.ofSeconds(90);

    private final Path data;
    private final int port;
    private Process process;

    private Workspace(Path data, int port) {
        this.data = data;
        this.port = port;
        this.process = launch();
    }

    /// Starts with fresh sample data below `target`.
    static Workspace start(String name) {
        var workspace = new Workspace(freshFolder(name), freePort());
        workspace.awaitOpen();
        return workspace;
    }

    int port() {
        return port;
    }

    String address() {
        return "http://localhost:" + port;
    }

    /// Ends the process as a power cut would.
    void kill() {
        process.destroyForcibly();
        waitForEnd();
    }

    /// Ends the process as an operator would, and gives its exit code.
    int stop() {
        process.destroy();
        waitForEnd();
        return process.exitValue();
    }

    /// Starts again on the same port and data.
    void startAgain() {
        process = launch();
        awaitOpen();
    }

    JsonNode get(String path, String token) {
        return JSON.readTree(text(path, token, "application/json"));
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

    /// An access token of one of the sample members.
    String tokenOf(String member) {
        String credentials = member + "@example.org:rotfaden";
        String basic = Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
        var request =
                HttpRequest.newBuilder(URI.create(address() + "/api/tokens"))
                        .header("Authorization", "Basic " + basic)
                        .POST(HttpRequest.BodyPublishers.noBody());
        return JSON.readTree(send(request)).get("token").asString();
    }

    @Override
    public void close() {
        if (process.isAlive()) {
            stop();
        }
    }

    static int freePort() {
        try (var probe = new ServerSocket(0)) {
            return probe.getLocalPort();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static Path freshFolder(String name) {
        try {
            Files.createDirectories(Path.of("target/data"));
            return Files.createTempDirectory(Path.of("target/data").toAbsolutePath(), name);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /// The command that runs the jar with some options.
    static List<String> command(String... options) {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx512m",
                                "--enable-native-access=ALL-UNNAMED",
                                "--sun-misc-unsafe-memory-access=allow",
                                "-jar",
                                JAR.toString()));
        command.addAll(List.of(options));
        return command;
    }

    private Process launch() {
        try {
            return new ProcessBuilder(
                            command("--demo", "--data", data.toString(), "--port", Integer.toString(port)))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(data.resolve("console.log").toFile()))
                    .start();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void awaitOpen() {
        var open = HttpRequest.newBuilder(URI.create(address() + "/health")).timeout(Duration.ofSeconds(2)).build();
        org.awaitility.Awaitility.await()
                .atMost(LONGEST_START)
                .pollInterval(Duration.ofMillis(200))
                .ignoreExceptions()
                .until(() -> HTTP.send(open, HttpResponse.BodyHandlers.discarding()).statusCode() == 200);
    }

    private void waitForEnd() {
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                throw new IllegalStateException("The workspace does not end");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private HttpRequest.Builder request(String path, String token) {
        return HttpRequest.newBuilder(URI.create(address() + path)).header("Authorization", "Bearer " + token);
    }

    private static String send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
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
}
