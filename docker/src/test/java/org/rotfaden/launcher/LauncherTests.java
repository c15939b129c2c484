package org.rotfaden.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rotfaden.launcher.Installation.Ended;

/// What `./rotfaden` says and how it ends. Each sentence names what to do.
class LauncherTests {

    private static final List<String> TOOLS =
            List.of(
                    "bash",
                    "env",
                    "dirname",
                    "readlink",
                    "find",
                    "sed",
                    "cksum",
                    "head",
                    "mkdir",
                    "mv",
                    "rm",
                    "locale",
                    "id");

    @TempDir private Path temp;

    private final Installation installation = Installation.shared();
    private Path data;

    @BeforeEach
    void choose_a_folder() {
        data = temp.resolve("data");
    }

    @Test
    void help_is_given_in_the_language_of_the_environment() {
        assertThat(installation.run("--help").output())
                .anyMatch(line -> line.contains("starts Rotfaden"));
        assertThat(installation.with("LANG", "de_DE.UTF-8").run("--help").output())
                .anyMatch(line -> line.contains("startet Rotfaden"));
    }

    @Test
    void an_unknown_command_is_refused() {
        assertEnds(
                installation.run("begin"),
                2,
                "Unknown command: begin. ./rotfaden --help lists the commands.");
    }

    @Test
    void a_wrong_option_is_refused() {
        assertEnds(
                installation.run("start", "--dmeo"),
                2,
                "Wrong option: --dmeo. ./rotfaden --help lists the options.");
        assertEnds(
                installation.run("start", "--port", "many"),
                2,
                "Wrong option: --port many. ./rotfaden --help lists the options.");
        assertEnds(
                installation.run("test", "--quick"),
                2,
                "Unknown option: --quick. ./rotfaden --help lists the options.");
    }

    @Test
    void sentences_are_german_where_the_environment_is() {
        assertEnds(
                installation.with("LANG", "de_DE.UTF-8").run("start", "--dmeo"),
                2,
                "Falsche Option: --dmeo. ./rotfaden --help nennt die Optionen.");
    }

    @Test
    void it_starts_from_any_folder_and_ends_by_sigterm() {
        int port = Installation.freePort();
        Installation own = Installation.in(temp.resolve("Mein eigener Faden"));
        try (Program program =
                own.withTheJdkItFinds()
                        .calledFrom(temp)
                        .with("LANG", "de_DE.UTF-8")
                        .launch("start", "--demo", "--port", Integer.toString(port))) {
            await().atMost(Duration.ofMinutes(1)).until(() -> program.output().size() == 2);
            assertThat(program.output().getFirst())
                    .isEqualTo("Rotfaden ist offen: http://localhost:" + port);
            assertThat(program.output().getLast())
                    .startsWith("Beispiel-Anmeldungen: anna@example.org, ")
                    .endsWith("(Passwort: rotfaden)");
            assertThat(own.folder().resolve("data-demo/postgresql/postmaster.pid")).exists();

            assertThat(program.terminate()).isEqualTo(128 + 15);

            assertThat(program.errors()).isEmpty();
            assertThat(own.folder().resolve("data-demo/postgresql/postmaster.pid")).doesNotExist();
        }
    }

    @Test
    void a_user_without_any_rights_and_without_a_home_can_start_it() throws IOException {
        Files.setPosixFilePermissions(temp, PosixFilePermissions.fromString("rwxr-xr-x"));
        var ofNobody =
                Installation.in(temp.resolve("Faden"))
                        .calledFrom(temp)
                        .byNobody()
                        .with("HOME", "/nonexistent");
        try (Program program =
                ofNobody.launch("start", "--port", Integer.toString(Installation.freePort()))) {
            await().atMost(Duration.ofMinutes(1)).until(() -> program.output().size() == 2);
            assertThat(program.terminate()).isEqualTo(128 + 15);
            assertThat(program.errors()).isEmpty();
        }
    }

    @Test
    void a_missing_native_library_is_named() {
        Ended ended =
                installation
                        .with("JDK_JAVA_OPTIONS", "-Drotfaden.crdt.library=/nowhere.so")
                        .run("start", "--data", data.toString());
        assertThat(ended.exitCode()).isEqualTo(13);
        assertThat(ended.errors().getLast())
                .contains("/nowhere.so")
                .endsWith("Build it for this machine (needs Rust): crdt/native/build --install");
    }

    @Test
    void a_taken_port_is_named() throws IOException {
        try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertEnds(
                    start("--port", Integer.toString(other.getLocalPort())),
                    3,
                    "Port %d is taken by another program. End that one, or choose another port: --port 8081"
                            .formatted(other.getLocalPort()));
        }
    }

    @Test
    void an_address_of_another_machine_is_no_host() {
        assertEnds(
                start("--host", "192.0.2.1"),
                2,
                "Wrong option: --host 192.0.2.1. ./rotfaden --help lists the options.");
    }

    @Test
    void a_demonstration_open_to_others_is_warned_of() throws IOException {
        try (var other = new ServerSocket(0)) {
            String port = Integer.toString(other.getLocalPort());
            assertThat(start("--demo", "--host", "0.0.0.0", "--port", port).errors())
                    .first()
                    .isEqualTo(
                            "Warning: others can reach this workspace (--host 0.0.0.0), and"
                                    + " everybody knows the passwords of the sample association.");
        }
    }

    @Test
    void a_database_that_cannot_be_reached_is_named() {
        Ended ended =
                start(
                        "--spring.datasource.url=jdbc:postgresql://127.0.0.1:1/x",
                        "--port",
                        Integer.toString(Installation.freePort()));
        assertThat(ended.errors())
                .singleElement()
                .asString()
                .startsWith("The database does not start or cannot be reached: ")
                .contains("127.0.0.1:1");
        assertThat(ended.exitCode()).isEqualTo(10);
    }

    @Test
    void a_folder_that_cannot_be_written_is_named() throws IOException {
        Files.createDirectory(data);
        assertEnds(
                installation
                        .withMounts("mount -t tmpfs -o ro none '%s'".formatted(data))
                        .run(starting()),
                6,
                "The data folder %s cannot be written. Give this user the right to write it, or choose another folder: --data FOLDER"
                        .formatted(data));
    }

    @Test
    void a_file_is_no_data_folder() throws IOException {
        Files.writeString(data, "");
        assertThat(start().exitCode()).isEqualTo(6);
    }

    @Test
    void a_full_disk_is_named() throws IOException {
        Files.createDirectory(data);
        assertEnds(
                installation
                        .withMounts("mount -t tmpfs -o size=10m none '%s'".formatted(data))
                        .run(starting()),
                7,
                "There are only 10 MB left on the disk of %s; Rotfaden needs 200 MB to start. Make room, or choose a folder on another disk: --data FOLDER"
                        .formatted(data));
    }

    @Test
    void without_a_jdk_it_says_which_to_install() throws IOException {
        assertEnds(
                installation
                        .withMounts("mount -t tmpfs none /usr/lib/jvm")
                        .with("PATH", tools() + ":/usr/bin:/bin")
                        .with("JAVA_HOME", "")
                        .with("HOME", temp.toString())
                        .run("start"),
                20,
                "Rotfaden needs a JDK 25 or newer. Install one (Temurin, for example) or name its"
                        + " folder in JAVA_HOME.");
    }

    @Test
    void an_older_jdk_is_passed_over() throws IOException {
        Path older = Files.createDirectories(temp.resolve("older/bin"));
        Files.createFile(older.resolve("javac"), Installation.EXECUTABLE);
        Files.writeString(older.resolveSibling("release"), "JAVA_VERSION=\"17.0.15\"\n");
        assertThat(
                        installation
                                .with("JAVA_HOME", older.getParent().toString())
                                .run("start", "--dmeo")
                                .exitCode())
                .isEqualTo(2);
    }

    @Test
    void without_maven_it_says_how_to_install_it() throws IOException {
        assertEnds(
                outdated()
                        .with("PATH", tools().toString())
                        .with("JAVA_HOME", System.getProperty("java.home"))
                        .run("start"),
                21,
                "To be built, Rotfaden needs Maven 3.8.7 or newer. Install it (Debian, Ubuntu: apt"
                        + " install maven; macOS: brew install maven).");
    }

    @Test
    void it_builds_when_a_source_is_newer_than_the_jar() throws IOException {
        Path maven = Files.createFile(temp.resolve("mvn"), Installation.EXECUTABLE);
        Files.writeString(maven, "#!/bin/sh\necho maven: \"$@\"\nexit 1\n");
        Ended ended =
                outdated()
                        .with("PATH", maven.getParent() + ":" + System.getenv("PATH"))
                        .with("JAVA_HOME", System.getProperty("java.home"))
                        .run("start");
        assertThat(ended.exitCode()).isEqualTo(22);
        assertThat(ended.errors())
                .anyMatch(line -> line.startsWith("maven: ") && line.endsWith(" package"))
                .endsWith("Rotfaden could not be built; the lines above say why.");
    }

    private Ended start(String... more) {
        return installation.run(starting(more));
    }

    private String[] starting(String... more) {
        List<String> arguments = new ArrayList<>(List.of("start", "--data", data.toString()));
        arguments.addAll(List.of(more));
        if (more.length == 0) {
            arguments.addAll(List.of("--port", Integer.toString(Installation.freePort())));
        }
        return arguments.toArray(String[]::new);
    }

    /// Has a source that is younger than the jar.
    private Installation outdated() throws IOException {
        Installation own = Installation.in(temp.resolve("Mein eigener Faden"));
        Path source = own.folder().resolve("pom.xml");
        Files.writeString(source, "");
        Files.setLastModifiedTime(source, FileTime.from(Instant.now()));
        return own;
    }

    /// A folder for PATH with what the launcher itself needs, and nothing else.
    private static Path tools() throws IOException {
        Path folder = Files.createDirectories(Path.of("target/launcher/tools").toAbsolutePath());
        for (String tool : TOOLS) {
            Path link = folder.resolve(tool);
            if (!Files.exists(link)) {
                Files.createSymbolicLink(link, Path.of("/usr/bin", tool));
            }
        }
        return folder;
    }

    private static void assertEnds(Ended ended, int exitCode, String sentence) {
        assertThat(ended.errors()).containsExactly(sentence);
        assertThat(ended.output()).isEmpty();
        assertThat(ended.exitCode()).isEqualTo(exitCode);
    }
}
