package org.rotfaden.installation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.rotfaden.installation.CannotStart.Reason;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/// The folder that holds everything of one installation. It belongs to one running workspace at a
/// time, says whether it holds the sample association, and which version wrote it.
public final class DataFolder implements AutoCloseable {

    private static final long MEGABYTE = 1L << 20;
    private static final long NEEDED_MEGABYTES = 200;
    private static final String MIGRATIONS = "classpath*:db/migration/**/*.sql";

    private final Path path;
    private final FileChannel lockFile;

    private DataFolder(Path path, FileChannel lockFile) {
        this.path = path;
        this.lockFile = lockFile;
    }

    /// Takes the folder for this process.
    ///
    /// @throws CannotStart when it cannot be used for what is wanted
    public static DataFolder open(Path path, boolean demo) {
        create(path);
        expectSpace(path);
        FileChannel lockFile = lock(path);
        var folder = new DataFolder(path, lockFile);
        try {
            folder.expectFitting(demo);
            return folder;
        } catch (RuntimeException refused) {
            folder.close();
            throw refused;
        }
    }

    @Override
    public void close() {
        try {
            lockFile.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void create(Path path) {
        try {
            Files.createDirectories(path);
            Files.delete(Files.createTempFile(path, "writable", ""));
        } catch (IOException refused) {
            if (Files.isDirectory(path) && usableMegabytes(path) == 0) {
                throw new CannotStart(Reason.DISK_FULL, path, 0, NEEDED_MEGABYTES);
            }
            throw new CannotStart(Reason.DATA_NOT_WRITABLE, path);
        }
    }

    private static void expectSpace(Path path) {
        long free = usableMegabytes(path);
        if (free < NEEDED_MEGABYTES) {
            throw new CannotStart(Reason.DISK_FULL, path, free, NEEDED_MEGABYTES);
        }
    }

    private static long usableMegabytes(Path path) {
        try {
            return Files.getFileStore(path).getUsableSpace() / MEGABYTE;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static FileChannel lock(Path path) {
        Path file = path.resolve("rotfaden.lock");
        try {
            FileChannel channel =
                    FileChannel.open(
                            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            if (tryLock(channel) == null) {
                channel.close();
                throw new CannotStart(Reason.DATA_IN_USE, path, Files.readString(file).strip());
            }
            channel.truncate(0);
            channel.write(
                    ByteBuffer.wrap(Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII)));
            return channel;
        } catch (IOException refused) {
            throw new CannotStart(Reason.DATA_NOT_WRITABLE, path);
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException lockedByThisProcess) {
            return null;
        }
    }

    private void expectFitting(boolean demo) {
        Properties known = new Properties();
        Path file = path.resolve("rotfaden.properties");
        try {
            if (Files.exists(file)) {
                try (var reader = Files.newBufferedReader(file)) {
                    known.load(reader);
                }
                expectFitting(known, demo);
            }
            known.setProperty("demo", Boolean.toString(demo));
            known.setProperty("migrations", Integer.toString(migrations()));
            try (var writer = Files.newBufferedWriter(file)) {
                known.store(writer, null);
            }
        } catch (IOException refused) {
            throw new CannotStart(Reason.DATA_NOT_WRITABLE, path);
        }
    }

    private void expectFitting(Properties known, boolean demo) throws IOException {
        if (Integer.parseInt(known.getProperty("migrations", "0")) > migrations()) {
            throw new CannotStart(Reason.DATA_NEWER, path);
        }
        boolean holdsDemo = Boolean.parseBoolean(known.getProperty("demo"));
        if (holdsDemo && !demo) {
            throw new CannotStart(Reason.DEMO_DATA, path);
        }
        if (!holdsDemo && demo) {
            throw new CannotStart(Reason.REAL_DATA, path);
        }
    }

    /// How many steps the shape of the data has taken so far; they are only ever added.
    private static int migrations() throws IOException {
        return new PathMatchingResourcePatternResolver().getResources(MIGRATIONS).length;
    }
}
