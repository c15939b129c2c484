package org.rotfaden.crdt.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;

/// Finds the native library for this platform and loads it once.
final class NativeLibrary {

    /// Names a library to load instead of the one in the jar, for example a freshly built one.
    static final String OVERRIDE = "rotfaden.crdt.library";

    private NativeLibrary() {}

    static void load() {
        String override = System.getProperty(OVERRIDE, "");
        if (override.isEmpty()) {
            loadPackaged(platform(System.getProperty("os.name"), System.getProperty("os.arch")));
        } else {
            System.load(Path.of(override).toAbsolutePath().toString());
        }
    }

    private static void loadPackaged(String platform) {
        String name = System.mapLibraryName("rotfaden_crdt");
        try (InputStream library =
                NativeLibrary.class.getResourceAsStream(
                        "/org/rotfaden/crdt/" + platform + "/" + name)) {
            if (library == null) {
                throw new UnsatisfiedLinkError("no packaged library for " + platform);
            }
            loadCopy(library, name);
        } catch (IOException failure) {
            throw new UncheckedIOException("The native library cannot be unpacked", failure);
        }
    }

    /// A loaded library needs its file no longer, except on Windows, where the file cannot be
    /// deleted before the process ends.
    private static void loadCopy(InputStream library, String name) throws IOException {
        Path copy = Files.createTempFile("rotfaden-", "-" + name);
        Files.copy(library, copy, StandardCopyOption.REPLACE_EXISTING);
        try {
            System.load(copy.toString());
        } finally {
            if (!copy.toFile().delete()) {
                copy.toFile().deleteOnExit();
            }
        }
    }

    /// The folder of a platform's library, for example `linux-x86_64`.
    static String platform(String system, String architecture) {
        String family = system.toLowerCase(Locale.ROOT);
        String os =
                family.startsWith("mac") ? "macos" : family.startsWith("win") ? "windows" : family;
        return os + "-" + (architecture.equals("amd64") ? "x86_64" : architecture);
    }
}
