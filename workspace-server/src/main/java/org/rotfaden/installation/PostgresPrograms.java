package org.rotfaden.installation;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/// Runs the programs of PostgreSQL, which write what they have to say into one log.
final class PostgresPrograms {

    private static final int ROOT = 0;

    private final Path folder;
    private final Path log;

    PostgresPrograms(Path folder, Path log) {
        this.folder = folder;
        this.log = log;
    }

    /// Runs one to its end. They refuse to be root, so root runs them in a user namespace, where it
    /// is nobody special and its files are still its own.
    ///
    /// @return whether it ended well
    boolean run(String program, String... arguments) {
        try {
            List<String> command = new ArrayList<>();
            if (isRoot()) {
                command.addAll(List.of("unshare", "--user"));
            }
            command.add(folder.resolve(program).toString());
            command.addAll(List.of(arguments));
            Process process =
                    new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                            .start();
            return process.waitFor() == 0;
        } catch (IOException failure) {
            throw new CannotStart(Hindrance.DATABASE_FAILED, failure.toString(), log);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    Path log() {
        return log;
    }

    /// Begins the log anew and keeps the one before.
    void beginLog() throws IOException {
        Files.createDirectories(log.getParent());
        if (Files.exists(log)) {
            Files.move(
                    log,
                    log.resolveSibling(log.getFileName() + ".1"),
                    StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /// Why a program did not end well, as it said itself.
    CannotStart failure() {
        try {
            List<String> lines = Files.readAllLines(log, StandardCharsets.UTF_8);
            String fatal =
                    lines.stream()
                            .filter(line ->
                                    line.contains("FATAL")
                                            || line.contains("PANIC")
                                            || line.contains("error:"))
                            .findFirst()
                            .orElse(lines.isEmpty() ? "" : lines.getLast());
            return new CannotStart(Hindrance.DATABASE_FAILED, fatal, log);
        } catch (IOException unreadable) {
            return new CannotStart(Hindrance.DATABASE_FAILED, "", log);
        }
    }

    private static boolean isRoot() throws IOException {
        return Integer.valueOf(ROOT).equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid"));
    }
}
