package org.rotfaden.attachments.pictures;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A WebP picture (RFC 9649), moving ones too. Exif, XMP and what is not known go.
final class WebP {

    private static final int BEGINNING = 12;
    private static final int HEADER = 8; // of a chunk: its name and length
    private static final int FRAME = 16; // what stands before the chunks of a moving picture
    private static final int METADATA = 0x08 | 0x04;
    private static final Set<String> SHOWN = Set.of("ICCP", "ANIM", "ALPH");

    private final Bytes file;
    private final Parts parts = new Parts();
    private @Nullable Extent extent;
    private boolean hasPicture;

    WebP(Bytes file) {
        this.file = file;
    }

    Picture read() throws IOException {
        long end = HEADER + file.little(4, 4);
        if (!file.has("RIFF", 0) || end > file.size()) {
            throw new Unreadable("It breaks off");
        }
        long at = BEGINNING;
        while (at < end) {
            at = chunk(at, end);
        }
        if (extent == null || !hasPicture) {
            throw new Unreadable("Nothing to see");
        }
        return Picture.of(extent, whole());
    }

    /// How long it is stands at its beginning.
    private Parts whole() throws Unreadable {
        var whole = new Parts();
        whole.write(
                ByteBuffer.allocate(BEGINNING)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .put(new byte[] {'R', 'I', 'F', 'F'})
                        .putInt((int) (parts.size() + BEGINNING - HEADER))
                        .put(new byte[] {'W', 'E', 'B', 'P'})
                        .array());
        whole.add(parts);
        return whole;
    }

    /// @return where what follows begins
    private long chunk(long at, long end) throws IOException {
        String name = file.signs(at, 4);
        long length = file.little(at + 4, 4);
        long next = at + HEADER + length + (length & 1);
        if (next > end) {
            throw new Unreadable("It breaks off");
        }
        long content = at + HEADER;
        switch (name) {
            case "VP8X" -> canvas(at, length);
            case "VP8 " -> picture(lossy(content));
            case "VP8L" -> picture(lossless(content));
            case "ANMF" -> frame(content, length);
            default -> {
                if (!SHOWN.contains(name)) {
                    return next;
                }
            }
        }
        if (!name.equals("VP8X")) {
            parts.keep(at, next - at);
        }
        return next;
    }

    private void canvas(long at, long length) throws IOException {
        if (extent != null || length != 10) {
            throw new Unreadable("No canvas, or two");
        }
        long content = at + HEADER;
        extent = Extent.of(file.little(content + 4, 3) + 1, file.little(content + 7, 3) + 1);
        byte[] chunk = file.copy(at, HEADER + 10);
        chunk[HEADER] &= ~METADATA;
        parts.write(chunk);
    }

    private void picture(Extent inside) {
        extent = extent == null ? inside : extent.with(inside);
        hasPicture = true;
    }

    /// RFC 6386, section 9.1.
    private Extent lossy(long content) throws IOException {
        if (!file.has("\u009d\u0001*", content + 3)) {
            throw new Unreadable("No key frame");
        }
        return Extent.of(
                file.little(content + 6, 2) & 0x3fff, file.little(content + 8, 2) & 0x3fff);
    }

    /// RFC 9649, section 3.4.
    private Extent lossless(long content) throws IOException {
        if (file.at(content) != 0x2f) {
            throw new Unreadable("No signature");
        }
        long sizes = file.little(content + 1, 4);
        return Extent.of((sizes & 0x3fff) + 1, (sizes >> 14 & 0x3fff) + 1);
    }

    /// One picture of those that move.
    private void frame(long content, long length) throws IOException {
        long end = content + length;
        long at = content + FRAME;
        while (at < end) {
            String name = file.signs(at, 4);
            long inside = file.little(at + 4, 4);
            switch (name) {
                case "VP8 " -> picture(lossy(at + HEADER));
                case "VP8L" -> picture(lossless(at + HEADER));
                case "ALPH" -> {}
                default -> throw new Unreadable("More than a picture");
            }
            at += HEADER + inside + (inside & 1);
        }
        if (at != end || extent == null) {
            throw new Unreadable("No frame");
        }
    }
}
