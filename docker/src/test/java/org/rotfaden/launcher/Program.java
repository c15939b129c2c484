package org.rotfaden.launcher;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.zip.CRC32;
import org.springframework.util.FileSystemUtils;

/// A running program whose two streams go into files beside each other.
public final class Program implements AutoCloseable {

    private static final Path TARGET = Path.of("target").toAbsolutePath();
    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin/java").toString();

    /// How much memory the workspace has in most tests.
    public static final int USUAL_MEGABYTES = 512;

    /// Options of Java for what is compiled quickly rather than well.
    static final List<String> SHORT_LIVED = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private final Process process;
    private final Path output;
    private final Path errors;

    private Program(Process process, Path output, Path errors) {
        this.process = process;
        this.output = output;
        this.errors = errors;
    }

    /// Starts it.
    ///
    /// @param streams the files `NAME.out` and `NAME.err` get what it writes
    /// @param environment is added to that of this process; an empty value takes a variable away
    public static Program start(
            Path streams, Map<String, String> environment, List<String> command) {
        Path output = Path.of(streams + ".out");
        Path errors = Path.of(streams + ".err");
        try {
            Files.createDirectories(streams.toAbsolutePath().getParent());
            var builder =
                    new ProcessBuilder(command)
                            .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()))
                            .redirectError(ProcessBuilder.Redirect.appendTo(errors.toFile()));
            builder.environment().putAll(environment);
            builder.environment().values().removeIf(String::isEmpty);
            return new Program(builder.start(), output, errors);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /// Starts the workspace from its jar, unpacked as the launcher does it. It begins with the
    /// classes that one of its kind left loaded and linked.
    ///
    /// @param megabytes how much memory it has
    public static Program jar(Path streams, int megabytes, List<String> arguments) {
        return jar(streams, megabytes, Map.of(), arguments);
    }

    /// Starts the workspace, with some variables in its environment.
    public static Program jar(
            Path streams, int megabytes, Map<String, String> environment, List<String> arguments) {
        return jar(
                streams,
                megabytes,
                Unpacked.JAR,
                "-XX:AOTCache=" + Unpacked.CLASSES,
                environment,
                arguments);
    }

    private static Program jar(
            Path streams,
            int megabytes,
            Path jar,
            String classes,
            Map<String, String> environment,
            List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(JAVA, "-Xmx" + megabytes + "m"));
        command.addAll(SHORT_LIVED);
        command.add("-XX:+ExitOnOutOfMemoryError");
        command.add("-Xlog:disable"); // of classes that cannot be kept
        command.add(classes);
        command.addAll(
                List.of("-jar", jar.toString(), "--rotfaden.cache=" + TARGET.resolve("cache")));
        command.addAll(arguments);
        Map<String, String> all =
                new HashMap<>(Map.of("LANG", "C.UTF-8", "LC_ALL", "", "LC_MESSAGES", ""));
        all.putAll(environment);
        return start(streams, all, command);
    }

    /// Is made when the first one starts, and kept for the next tests of the same jar.
    private static final class Unpacked {

        private static final Path FOLDER = folderOf(TARGET.resolve("rotfaden.jar"));
        static final Path JAR = FOLDER.resolve("rotfaden.jar");
        static final Path CLASSES = FOLDER.resolve("rotfaden.aot");

        static {
            if (!Files.exists(CLASSES)) {
                unpack(TARGET.resolve("rotfaden.jar"), FOLDER);
                keepClasses(JAR, CLASSES);
            }
        }

        private static Path folderOf(Path jar) {
            try {
                var sum = new CRC32();
                sum.update(Files.readAllBytes(jar));
                return TARGET.resolve("unpacked").resolve(Long.toHexString(sum.getValue()));
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }

    private static void unpack(Path jar, Path folder) {
        FileSystemUtils.deleteRecursively(folder.getParent().toFile());
        List<String> command =
                List.of(
                        JAVA,
                        "-Djarmode=tools",
                        "-jar",
                        jar.toString(),
                        "extract",
                        "--destination",
                        folder.toString());
        Program unpacking = start(TARGET.resolve("unpacking"), Map.of(), command);
        if (unpacking.end() != 0) {
            throw new IllegalStateException(unpacking.errors().toString());
        }
    }

    /// One run over data of its own, from the start to the first page.
    private static void keepClasses(Path jar, Path classes) {
        Path folder = TARGET.resolve("first-run");
        FileSystemUtils.deleteRecursively(folder.toFile());
        int port = Installation.freePort();
        Program run =
                jar(
                        folder.resolve("console"),
                        USUAL_MEGABYTES,
                        jar,
                        "-XX:AOTCacheOutput=" + classes,
                        Map.of(),
                        List.of(
                                "--demo",
                                "--port",
                                Integer.toString(port),
                                "--data",
                                folder.resolve("data").toString()));
        await().atMost(PATIENCE).until(() -> run.output().size() == 2);
        answer("http://localhost:" + port + "/anmelden");
        run.terminate();
    }

    private static void answer(String address) {
        try (InputStream page = URI.create(address).toURL().openStream()) {
            page.transferTo(OutputStream.nullOutputStream());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    public ProcessHandle handle() {
        return process.toHandle();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    public long pid() {
        return process.pid();
    }

    /// Everything it wrote as its output, in lines.
    public List<String> output() {
        return lines(output);
    }

    /// Everything it wrote as its errors, in lines.
    public List<String> errors() {
        return lines(errors);
    }

    /// Waits for its end.
    ///
    /// @return the exit code
    public int end() {
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw new AssertionError("does not end: " + output() + errors());
            }
            return process.exitValue();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", interrupted);
        }
    }

    /// Asks it to end, by SIGTERM.
    ///
    /// @return the exit code
    public int terminate() {
        process.destroy();
        return end();
    }

    /// Ends it at once, by SIGKILL.
    public void kill() {
        process.destroyForcibly();
        end();
    }

    @Override
    public void close() {
        if (isAlive()) {
            kill();
        }
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
