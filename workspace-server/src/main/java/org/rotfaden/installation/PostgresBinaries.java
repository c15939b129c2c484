package org.rotfaden.installation;

import java.io.BufferedInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.springframework.util.FileSystemUtils;
import org.tukaani.xz.XZInputStream;

/// The programs of PostgreSQL, unpacked once from the jar that carries them.
final class PostgresBinaries {

    private static final int EXECUTABLE = 0100;

    private PostgresBinaries() {}

    /// Unpacks them unless they are there.
    ///
    /// @return the folder that holds `bin`, `lib` and `share`
    /// @throws CannotStart when there are none for this platform
    static Path unpacked(Path cache) throws IOException {
        URL archive = archive(System.getProperty("os.name"), System.getProperty("os.arch"));
        Path home = cache.resolve("postgresql-" + checksum(archive));
        if (!Files.isDirectory(home)) {
            unpack(archive, home);
        }
        return home;
    }

    static URL archive(String system, String architecture) {
        URL archive =
                system.equals("Linux") && architecture.equals("amd64")
                        ? PostgresBinaries.class.getResource("/postgres-linux-x86_64.txz")
                        : null;
        if (archive == null) {
            throw new CannotStart(Hindrance.NO_DATABASE, system, architecture);
        }
        return archive;
    }

    /// Another version has another archive, and so another folder.
    private static String checksum(URL archive) throws IOException {
        if (archive.openConnection() instanceof JarURLConnection jar) {
            return Long.toHexString(jar.getJarEntry().getCrc());
        }
        throw new FileNotFoundException(archive + " is in no jar");
    }

    /// Unpacks beside and renames once everything is on the disk, so that a half unpacked folder is
    /// never taken for a whole one.
    private static void unpack(URL archive, Path home) throws IOException {
        Files.createDirectories(home.getParent());
        Path beside = Files.createTempDirectory(home.getParent(), "unpacking-");
        try (InputStream packed = new BufferedInputStream(archive.openStream());
                var tar = new TarArchiveInputStream(new XZInputStream(packed))) {
            for (TarArchiveEntry entry = tar.getNextEntry();
                    entry != null;
                    entry = tar.getNextEntry()) {
                write(entry, tar, beside);
            }
            flush(beside);
            Files.move(beside, home, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failure) {
            FileSystemUtils.deleteRecursively(beside);
            if (!Files.isDirectory(home)) { // unless another workspace was quicker
                throw failure;
            }
        }
    }

    private static void write(TarArchiveEntry entry, InputStream content, Path folder)
            throws IOException {
        Path target = folder.resolve(entry.getName()).normalize();
        if (!target.startsWith(folder)) {
            throw new IOException("The archive reaches outside of its folder: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(content, target);
        boolean executable = (entry.getMode() & EXECUTABLE) != 0;
        Files.setPosixFilePermissions(
                target, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
    }

    /// Java can flush single files only, and there are a thousand.
    private static void flush(Path folder) throws IOException {
        try {
            new ProcessBuilder("sync", "--file-system", folder.toString()).start().waitFor();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
