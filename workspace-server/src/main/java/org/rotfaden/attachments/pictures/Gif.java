package org.rotfaden.attachments.pictures;

import java.io.IOException;

/// A GIF picture (89a), moving ones too. Comments go, and so does what applications add but for how
/// often it moves.
final class Gif {

    private static final int SCREEN = 13;
    private static final int PICTURE = 0x2c;
    private static final int EXTENSION = 0x21;
    private static final int END = 0x3b;
    private static final int CONTROL = 0xf9;
    private static final int APPLICATION = 0xff;
    private static final int LOOP = 19; // a whole extension that says how often

    private final Bytes file;
    private final Parts parts = new Parts();

    Gif(Bytes file) {
        this.file = file;
    }

    Picture read() throws IOException {
        if (!file.has("GIF87a", 0) && !file.has("GIF89a", 0)) {
            throw new Unreadable("No version");
        }
        Extent extent = Extent.of(file.little(6, 2), file.little(8, 2));
        boolean hasPicture = false;
        long at = SCREEN + colours(file.at(10));
        parts.keep(0, at);
        while (file.at(at) != END) {
            long end;
            switch (file.at(at)) {
                case PICTURE -> {
                    extent = extent.with(Extent.of(file.little(at + 5, 2), file.little(at + 7, 2)));
                    hasPicture = true;
                    end = blocks(at + 10 + colours(file.at(at + 9)) + 1);
                    parts.keep(at, end - at);
                }
                case EXTENSION -> {
                    end = blocks(at + 2);
                    if (isShown(at, end)) {
                        parts.keep(at, end - at);
                    }
                }
                default -> throw new Unreadable("No block");
            }
            at = end;
        }
        if (!hasPicture) {
            throw new Unreadable("Nothing to see");
        }
        parts.keep(at, 1);
        return Picture.of(extent, parts);
    }

    /// How many bytes of colours follow what has these flags.
    private static long colours(int flags) {
        return (flags & 0x80) == 0 ? 0 : 3L << ((flags & 7) + 1);
    }

    /// @return where blocks of data end, the empty one included
    private long blocks(long from) throws IOException {
        long at = from;
        int length = file.at(at);
        while (length != 0) {
            at += 1 + length;
            length = file.at(at);
        }
        return at + 1;
    }

    private boolean isShown(long at, long end) throws IOException {
        return switch (file.at(at + 1)) {
            case CONTROL -> end - at == 8;
            case APPLICATION ->
                    end - at == LOOP
                            && (file.has("NETSCAPE2.0", at + 3) || file.has("ANIMEXTS1.0", at + 3));
            default -> false;
        };
    }
}
