package org.rotfaden.attachments.pictures;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;

/// The bytes of a file, to be read anywhere in it; some of them at a time are in memory. For one
/// thread.
public final class Bytes {

    private static final int WINDOW = 32 << 10;

    private final FileChannel file;
    private final long size;
    private final ByteBuffer window = ByteBuffer.allocate(WINDOW);
    private long begin;
    private int length;

    public Bytes(FileChannel file) throws IOException {
        this.file = file;
        this.size = file.size();
    }

    public long size() {
        return size;
    }

    /// One byte, 0 to 255.
    ///
    /// @throws Unreadable where there is none
    public int at(long place) throws IOException {
        if (place < begin || place >= begin + length) {
            turnTo(place);
        }
        return window.get((int) (place - begin)) & 0xff;
    }

    private void turnTo(long place) throws IOException {
        if (place < 0 || place >= size) {
            throw new Unreadable("It ends before " + place);
        }
        window.clear();
        begin = place;
        length = 0;
        while (window.hasRemaining()) {
            int read = file.read(window, begin + window.position());
            if (read < 0) {
                break;
            }
        }
        length = window.position();
        if (length == 0) {
            throw new Unreadable("It ends before " + place);
        }
    }

    /// Two bytes, the first one weighing more.
    public int two(long place) throws IOException {
        return at(place) << 8 | at(place + 1);
    }

    /// Four bytes, the first one weighing more.
    public long four(long place) throws IOException {
        return (long) two(place) << 16 | two(place + 2);
    }

    /// Some bytes, at most four, the first one weighing less.
    public long little(long place, int count) throws IOException {
        long value = 0;
        for (int each = count - 1; each >= 0; each--) {
            value = value << 8 | at(place + each);
        }
        return value;
    }

    /// Some bytes; few, for they are copied.
    public byte[] copy(long place, int count) throws IOException {
        byte[] copy = new byte[count];
        copy(place, copy, 0, count);
        return copy;
    }

    /// Copies some bytes into others.
    ///
    /// @throws Unreadable where there are fewer
    public void copy(long place, byte[] into, int from, int count) throws IOException {
        for (int copied = 0; copied < count; ) {
            at(place + copied);
            int offset = (int) (place + copied - begin);
            int part = Math.min(count - copied, length - offset);
            window.get(offset, into, from + copied, part);
            copied += part;
        }
    }

    /// All of them, one after the other.
    public InputStream stream() {
        return new InputStream() {

            private long next;

            @Override
            public int read() throws IOException {
                return next < size ? at(next++) : -1;
            }

            @Override
            public int read(byte[] into, int from, int most) throws IOException {
                int count = (int) Math.min(most, size - next);
                copy(next, into, from, count);
                next += count;
                return count == 0 && most > 0 ? -1 : count;
            }
        };
    }

    /// Some bytes as signs, each of them one.
    public String signs(long place, int count) throws IOException {
        return new String(copy(place, count), StandardCharsets.ISO_8859_1);
    }

    /// Whether some signs stand somewhere.
    public boolean has(String signs, long place) throws IOException {
        return place >= 0
                && place + signs.length() <= size
                && signs(place, signs.length()).equals(signs);
    }
}
