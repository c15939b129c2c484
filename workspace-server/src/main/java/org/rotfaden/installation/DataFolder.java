package org.rotfaden.installation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/// The folder that holds everything of one installation. It belongs to one running workspace at a
/// time and to its owner alone.
///
/// The lock lives as long as this object: whoever opens it keeps it.
final class DataFolder implements AutoCloseable {

    static final long NEEDED_MEGABYTES = 200;

    private static final long MEGABYTE = 1L << 20;

    private static final FileAttribute<?> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

    private final Path path;
    private final FileChannel lock;

    private DataFolder(Path path, FileChannel lock) {
        this.path = path;
        this.lock = lock;
    }

    /// Takes the folder for this process; makes it when there is none.
    ///
    /// @param path absolute
    /// @throws CannotStart when it cannot be written, is full or in use
    static DataFolder open(Path path) {
        create(path);
        var folder = new DataFolder(path, lock(path));
        try {
            Files.createDirectories(folder.logs());
        } catch (IOException refused) {
            throw unusable(path);
        }
        return folder;
    }

    Path logs() {
        return path.resolve("log");
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void create(Path path) {
        try {
            expectRoom(path);
            Files.createDirectories(path, OWNER_ONLY);
            Files.delete(Files.createTempFile(path, "writable", ""));
        } catch (IOException refused) {
            throw unusable(path);
        }
    }

    private static void expectRoom(Path path) throws IOException {
        Path existing = path;
        while (!Files.exists(existing) && existing.getParent() != null) {
            existing = existing.getParent();
        }
        long megabytes = Files.getFileStore(existing).getUsableSpace() / MEGABYTE;
        if (megabytes < NEEDED_MEGABYTES) {
            throw new CannotStart(Hindrance.DISK_FULL, path, megabytes, NEEDED_MEGABYTES);
        }
    }

    private static FileChannel lock(Path path) {
        Path file = path.resolve("rotfaden.lock");
        try {
            FileChannel channel =
                    FileChannel.open(
                            file,
                            StandardOpenOption.CREATE,
                            StandardOpenOption.READ,
                            StandardOpenOption.WRITE);
            if (channel.tryLock() == null) {
                channel.close();
                throw new CannotStart(Hindrance.DATA_IN_USE, path, Files.readString(file).strip());
            }
            channel.truncate(0);
            channel.write(
                    StandardCharsets.US_ASCII.encode(Long.toString(ProcessHandle.current().pid())));
            return channel;
        } catch (IOException refused) {
            throw unusable(path);
        }
    }

    private static CannotStart unusable(Path path) {
        return new CannotStart(Hindrance.DATA_NOT_WRITABLE, path);
    }
}
