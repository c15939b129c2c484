package org.rotfaden.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.util.FileSystemUtils;

/// The launcher with the built jar beside it, copied into a folder of its own, as a newcomer has
/// them after the first start.
final class Installation {

    private static final Path TREE = Path.of("..").toAbsolutePath().normalize();
    private static final Path STREAMS = Path.of("target/launcher").toAbsolutePath();

    static final FileAttribute<?> EXECUTABLE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x"));

    private static final String NOBODY = "65534";

    /// Is made when the first test wants it; the first start unpacks the jar in it.
    private static final class Shared {
        static final Path FOLDER = copied(STREAMS.resolve("Mein roter Faden"));
    }

    private final Path folder;
    private final Map<String, String> environment = new HashMap<>();
    private final List<String> around = new ArrayList<>();
    private Path workplace;

    private Installation(Path folder) {
        this.folder = folder;
        this.workplace = folder;
        environment.putAll(
                Map.of(
                        "LANG",
                        "C.UTF-8",
                        "LC_ALL",
                        "",
                        "LC_MESSAGES",
                        "",
                        "JAVA_HOME",
                        folder.resolve("jdk").toString()));
    }

    /// The one that tests share which change nothing in its folder.
    static Installation shared() {
        return new Installation(Shared.FOLDER);
    }

    /// Copies the built project into the folder.
    static Installation in(Path folder) {
        return new Installation(copied(folder));
    }

    private static Path copied(Path folder) {
        FileSystemUtils.deleteRecursively(folder.toFile());
        try {
            Files.createDirectories(folder.resolve("docker/target"));
            for (String file :
                    List.of(
                            "rotfaden",
                            "docker/target/rotfaden.jar",
                            "docker/target/rotfaden.jar.original")) {
                Files.copy(
                        TREE.resolve(file),
                        folder.resolve(file),
                        StandardCopyOption.COPY_ATTRIBUTES);
            }
            provideJdk(folder.resolve("jdk"));
            return folder;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /// The JDK of these tests, which runs what it is given as something that lives for seconds.
    private static void provideJdk(Path home) throws IOException {
        Path jdk = Path.of(System.getProperty("java.home"));
        Path programs = Files.createDirectories(home.resolve("bin"));
        Files.copy(jdk.resolve("release"), home.resolve("release"));
        Files.createSymbolicLink(programs.resolve("javac"), jdk.resolve("bin/javac"));
        String options = String.join(" ", Program.SHORT_LIVED);
        Files.writeString(
                Files.createFile(programs.resolve("java"), EXECUTABLE),
                "#!/bin/sh\nexec '%s/bin/java' %s \"$@\"\n".formatted(jdk, options));
    }

    /// Takes the JDK that it finds itself.
    Installation withTheJdkItFinds() {
        return with("JAVA_HOME", "");
    }

    Path folder() {
        return folder;
    }

    Installation with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    Installation calledFrom(Path folder) {
        workplace = folder;
        return this;
    }

    /// Runs it with a file system of its own: the commands mount what the test wants to be there.
    Installation withMounts(String commands) {
        around.addAll(
                List.of(
                        "unshare",
                        "--map-root-user",
                        "--mount",
                        "sh",
                        "-ec",
                        commands + "; exec \"$@\"",
                        "sh"));
        return this;
    }

    /// Belongs to, and is run by, a user without any rights.
    Installation byNobody() {
        if (System.getProperty("user.name").equals("root")) {
            Ended given =
                    Ended.of(
                            start(
                                    List.of(
                                            "chown",
                                            "-R",
                                            NOBODY + ":" + NOBODY,
                                            workplace.toString())));
            assertThat(given.exitCode()).isZero();
            around.addAll(
                    List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups"));
        }
        return this;
    }

    /// Runs `./rotfaden`, and waits for its end.
    Ended run(String... arguments) {
        return Ended.of(launch(arguments));
    }

    /// Runs `./rotfaden`.
    Program launch(String... arguments) {
        List<String> command = new ArrayList<>(List.of("env", "--chdir=" + workplace));
        command.addAll(around);
        command.add(folder.resolve("rotfaden").toString());
        command.addAll(Arrays.asList(arguments));
        return start(command);
    }

    private Program start(List<String> command) {
        try {
            Files.createDirectories(STREAMS);
            Path streams = Files.createTempDirectory(STREAMS, "").resolve("console");
            return Program.start(streams, environment, command);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static int freePort() {
        try (var probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return probe.getLocalPort();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /// How a run ended.
    record Ended(int exitCode, List<String> output, List<String> errors) {

        static Ended of(Program program) {
            try (program) {
                int exitCode = program.end();
                return new Ended(exitCode, program.output(), program.errors());
            }
        }
    }
}
