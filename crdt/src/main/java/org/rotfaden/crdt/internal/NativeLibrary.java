package org.rotfaden.crdt.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Finds the native library for this platform and loads it once.
final class NativeLibrary {

    /// Names a library to load instead of the one in the jar, for example a freshly built one.
    static final String OVERRIDE = "rotfaden.crdt.library";

    private NativeLibrary() {}

    static void load() {
        String override = System.getProperty(OVERRIDE, "");
        System.load(
                override.isEmpty()
                        ? unpacked().toString()
                        : Path.of(override).toAbsolutePath().toString());
    }

    private static Path unpacked() {
        String platform = platform(System.getProperty("os.name"), System.getProperty("os.arch"));
        String name = System.mapLibraryName("rotfaden_crdt");
        try (InputStream library =
                NativeLibrary.class.getResourceAsStream(
                        "/org/rotfaden/crdt/" + platform + "/" + name)) {
            return unpacked(library, platform, name);
        } catch (IOException failure) {
            throw new UncheckedIOException("The native library cannot be unpacked", failure);
        }
    }

    private static Path unpacked(@Nullable InputStream library, String platform, String name)
            throws IOException {
        if (library == null) {
            throw new UnsatisfiedLinkError(
                    "There is no native library for %s. Build it with crdt/native/build --install (needs Rust)."
                            .formatted(platform));
        }
        Path copy = Files.createTempFile("rotfaden-", "-" + name);
        copy.toFile().deleteOnExit();
        Files.copy(library, copy, StandardCopyOption.REPLACE_EXISTING);
        return copy;
    }

    /// The folder of a platform's library, for example `linux-x86_64`.
    static String platform(String system, String architecture) {
        String family = system.toLowerCase(Locale.ROOT);
        String os =
                family.startsWith("mac") ? "macos" : family.startsWith("win") ? "windows" : family;
        return os + "-" + (architecture.equals("amd64") ? "x86_64" : architecture);
    }
}
