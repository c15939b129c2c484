package org.rotfaden.attachments;

import static java.nio.file.StandardOpenOption.DELETE_ON_CLOSE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.util.function.BooleanSupplier;
import org.rotfaden.attachments.pictures.Bytes;

/// A file on its way in. It lies on the disk of this node, so that a client that is slow holds
/// neither memory nor a connection to the database; nothing is left of it when it is closed.
final class Incoming implements Closeable {

    private static final int READ_AT_ONCE = 16 << 10;

    private final FileChannel file;

    private Incoming(FileChannel file) {
        this.file = file;
    }

    static Incoming open() throws IOException {
        return new Incoming(
                FileChannel.open(
                        Files.createTempFile("rotfaden", ".upload"), READ, WRITE, DELETE_ON_CLOSE));
    }

    /// Takes all that comes.
    ///
    /// @param most how many bytes
    /// @param isLate whether it has taken too long
    /// @throws org.rotfaden.security.BrokenRule FILE_TOO_LARGE as soon as it is more, TOO_SLOW
    Bytes take(InputStream body, long most, BooleanSupplier isLate) throws IOException {
        byte[] buffer = new byte[READ_AT_ONCE];
        long taken = 0;
        for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
            taken += read;
            if (taken > most) {
                throw AttachmentObjection.FILE_TOO_LARGE.raised(most >> 20);
            }
            if (isLate.getAsBoolean()) {
                throw AttachmentObjection.TOO_SLOW.raised();
            }
            var piece = ByteBuffer.wrap(buffer, 0, read);
            while (piece.hasRemaining()) {
                file.write(piece);
            }
        }
        return new Bytes(file);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
