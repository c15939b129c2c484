package org.rotfaden.attachments;

import java.io.IOException;
import java.util.Arrays;
import org.rotfaden.attachments.pictures.Bytes;

/// Makes pieces of the same size out of parts of any.
final class Pieces {

    private final byte[] piece;
    private final Content.Sink sink;
    private int filled;

    Pieces(int size, Content.Sink sink) {
        this.piece = new byte[size];
        this.sink = sink;
    }

    /// Adds bytes of a file.
    void add(Bytes file, long from, long length) throws IOException {
        for (long added = 0; added < length; ) {
            int part = (int) Math.min(length - added, piece.length - filled);
            file.copy(from + added, piece, filled, part);
            added += part;
            fill(part);
        }
    }

    void add(byte[] bytes) {
        for (int added = 0; added < bytes.length; ) {
            int part = Math.min(bytes.length - added, piece.length - filled);
            System.arraycopy(bytes, added, piece, filled, part);
            added += part;
            fill(part);
        }
    }

    private void fill(int part) {
        filled += part;
        if (filled == piece.length) {
            end();
        }
    }

    /// Hands over what is left.
    void end() {
        if (filled > 0) {
            sink.take(Arrays.copyOf(piece, filled));
            filled = 0;
        }
    }
}
