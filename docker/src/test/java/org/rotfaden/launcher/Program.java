package org.rotfaden.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.springframework.util.FileSystemUtils;

/// A running program whose two streams go into files beside each other.
public final class Program implements AutoCloseable {

    private static final Path TARGET = Path.of("target").toAbsolutePath();
    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin/java").toString();
    private static final Duration PATIENCE = Duration.ofMinutes(2);

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

    /// Starts the workspace from its jar, unpacked as the launcher does it. Most live for seconds,
    /// so they are compiled quickly rather than well.
    public static Program jar(Path streams, List<String> arguments) {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                JAVA,
                                "-Xmx512m",
                                "-XX:TieredStopAtLevel=1",
                                "-XX:+UseSerialGC",
                                "-jar",
                                Unpacked.JAR.toString(),
                                "--rotfaden.cache=" + TARGET.resolve("cache")));
        command.addAll(arguments);
        return start(streams, Map.of("LANG", "C.UTF-8", "LC_ALL", "", "LC_MESSAGES", ""), command);
    }

    /// Is unpacked when the first one starts.
    private static final class Unpacked {
        static final Path JAR = unpack(TARGET.resolve("rotfaden.jar"), TARGET.resolve("unpacked"));

        private static Path unpack(Path jar, Path folder) {
            FileSystemUtils.deleteRecursively(folder.toFile());
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
            return folder.resolve(jar.getFileName());
        }
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
