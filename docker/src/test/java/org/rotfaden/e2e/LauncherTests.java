package org.rotfaden.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/// What an operator reads when something is in the way, in English and in German.
class LauncherTests {

    private static final Path LAUNCHER = Path.of("../rotfaden").toAbsolutePath().normalize();

    private record Ended(int code, String output) {}

    @Test
    void a_port_that_is_taken_is_named() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Ended ended = start("--port", Integer.toString(taken.getLocalPort()));
            assertThat(ended.code()).isEqualTo(3);
            assertThat(ended.output()).contains("Port " + taken.getLocalPort() + " is taken", "--port");
        }
    }

    @Test
    void a_data_folder_in_use_names_who_uses_it_and_a_stopped_server_leaves_it_clean() throws Exception {
        Path data = Workspace.freshFolder("used");
        int port = Workspace.freePort();
        Process first = launch(data, port);
        awaitOpen(port);
        Ended second = run(Workspace.command("--demo", "--data", data.toString(), "--port", "" + Workspace.freePort()));
        assertThat(second.code()).isEqualTo(4);
        assertThat(second.output()).contains(data.toString(), "process " + first.pid());

        first.destroy();
        assertThat(first.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(first.exitValue()).as("ended by SIGTERM").isEqualTo(143);
        assertThat(data.resolve("postgresql/postmaster.pid")).doesNotExist();
        assertThat(Files.readString(data.resolve("console.log")))
                .contains("Rotfaden is open: http://localhost:" + port, "anna@example.org");

        Ended withoutDemo = run(Workspace.command("--data", data.toString(), "--port", "" + port));
        assertThat(withoutDemo.code()).isEqualTo(8);
        assertThat(withoutDemo.output()).contains("--demo");
    }

    @Test
    void a_database_that_outlived_a_killed_server_is_met_and_the_next_one_goes_on() throws Exception {
        try (Workspace workspace = Workspace.start("orphan")) {
            String token = workspace.tokenOf("anna");
            workspace.kill();
            workspace.startAgain();
            assertThat(workspace.get("/api/motions", token).isEmpty()).isFalse();
        }
    }

    @Test
    void an_unknown_option_is_refused_in_the_operators_language() throws Exception {
        assertThat(start("--nix").code()).isEqualTo(2);
        assertThat(start("--nix").output()).contains("Unknown option: --nix");
        Ended german = run(Map.of("LANG", "de_DE.UTF-8", "LC_ALL", "de_DE.UTF-8"), Workspace.command("--nix"));
        assertThat(german.output()).contains("Unbekannte Option: --nix");
    }

    @Test
    void a_folder_that_cannot_be_written_is_named() throws Exception {
        Path file = Files.createTempFile("rotfaden", "datei");
        Ended ended = run(Workspace.command("--data", file.resolve("data").toString(), "--port", "" + Workspace.freePort()));
        assertThat(ended.code()).isEqualTo(6);
        assertThat(ended.output()).contains("cannot be written");
    }

    @Test
    void empty_data_lead_to_the_first_administrator() throws Exception {
        Path data = Workspace.freshFolder("empty");
        int port = Workspace.freePort();
        Process process = launch(data, port, false);
        try {
            awaitOpen(port);
            org.awaitility.Awaitility.await()
                    .until(() -> Files.readString(data.resolve("console.log")).contains("/einrichten?schluessel="));
        } finally {
            process.destroy();
            process.waitFor(30, TimeUnit.SECONDS);
        }
    }

    @Test
    void the_launcher_explains_itself_and_names_what_is_missing() throws Exception {
        assertThat(run(List.of(LAUNCHER.toString(), "--help")).output()).contains("start [--demo]", "test [--long]");
        Ended unknown = run(List.of(LAUNCHER.toString(), "tanze"));
        assertThat(unknown.code()).isEqualTo(2);
        Ended wrong = run(List.of(LAUNCHER.toString(), "test", "--nix"));
        assertThat(wrong.output()).contains("--nix");
    }

    private static Ended start(String... options) throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(List.of("--data", Workspace.freshFolder("launcher").toString()));
        all.addAll(Arrays.asList(options));
        return run(Workspace.command(all.toArray(String[]::new)));
    }

    private static Process launch(Path data, int port) throws IOException {
        return launch(data, port, true);
    }

    private static Process launch(Path data, int port, boolean demo) throws IOException {
        List<String> options = new ArrayList<>(List.of("--data", data.toString(), "--port", Integer.toString(port)));
        if (demo) {
            options.add("--demo");
        }
        var builder = new ProcessBuilder(Workspace.command(options.toArray(String[]::new)));
        builder.environment().putAll(Map.of("LANG", "C.UTF-8", "LC_ALL", "C.UTF-8"));
        return builder.redirectErrorStream(true).redirectOutput(data.resolve("console.log").toFile()).start();
    }

    private static void awaitOpen(int port) {
        org.awaitility.Awaitility.await()
                .atMost(java.time.Duration.ofSeconds(60))
                .ignoreExceptions()
                .until(
                        () -> {
                            java.net.URI.create("http://localhost:" + port + "/health").toURL().openStream().close();
                            return true;
                        });
    }

    private static Ended run(List<String> command) throws IOException, InterruptedException {
        return run(Map.of("LANG", "C.UTF-8", "LC_ALL", "C.UTF-8"), command);
    }

    private static Ended run(Map<String, String> environment, List<String> command)
            throws IOException, InterruptedException {
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        process.waitFor();
        return new Ended(process.exitValue(), output);
    }
}
